package org.gemello.rest.internal.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gemello.rest.internal.contract.ViolationJson;
import org.glassfish.jersey.server.ParamException;

/** Says where a request breaks the contract, in the contract's words. */
final class Violations {
    private static final String BODY = "body";

    private Violations() {
    }

    static ViolationJson of(String field, String message) {
        return new ViolationJson().field(field).message(message);
    }

    static List<ViolationJson> of(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream().map(v -> of(field(v), v.getMessage()))
                .sorted(Comparator.comparing(ViolationJson::getField)).toList();
    }

    /** The path without the method at its begin; a body has no name of its own. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() != ElementKind.METHOD && node.getName() != null && !node.getName().isEmpty()) {
                names.add(node.getName());
            }
        }
        return names.isEmpty() ? BODY : String.join(".", names);
    }

    static ViolationJson of(ParamException parameter) {
        Throwable cause = parameter.getCause();
        return of(parameter.getParameterName(), cause == null ? "cannot be read" : "cannot be read: " + cause.getMessage());
    }

    static ViolationJson of(JsonProcessingException json) {
        if (json.getCause() instanceof StreamReadException syntax) {
            return of(syntax);
        }
        String place = json.getLocation() == null ? "" : " (line " + json.getLocation().getLineNr() + ", column "
                + json.getLocation().getColumnNr() + ")";
        if (json instanceof UnrecognizedPropertyException unknown) {
            return of(field(unknown), "is not known here; known are " + unknown.getKnownPropertyIds() + place);
        } else if (json instanceof InvalidNullException empty) {
            return of(field(empty), "must not be null" + place);
        } else if (json instanceof InvalidFormatException form) {
            return of(field(form), "'" + form.getValue() + "' is not a " + form.getTargetType().getSimpleName() + place);
        } else if (json instanceof JsonMappingException mapping) {
            return of(field(mapping), "is missing or has the wrong type" + place);
        }
        return of(BODY, "is not JSON: " + json.getOriginalMessage() + place);
    }

    private static String field(JsonMappingException mapping) {
        String path = mapping.getPath().stream().map(JsonMappingException.Reference::getFieldName).filter(name -> name != null)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? BODY : path;
    }
}
