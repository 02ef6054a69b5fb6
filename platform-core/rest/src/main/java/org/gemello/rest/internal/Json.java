package org.gemello.rest.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.rest.internal.contract.TwinJson;

/** JSON of the API: strict in what it takes, and without empty properties in what it gives. */
public final class Json extends JacksonJsonProvider {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule().addSerializer(Instant.class, new InstantText()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final String MODELS = TwinJson.class.getPackageName();

    public Json() {
        super(MAPPER);
    }

    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Whether it is of the contract's making, and not bytes, a file or a stream. */
    public static boolean isModel(Object answer) {
        return answer instanceof List || answer instanceof Map || answer != null && answer.getClass().getPackageName().equals(MODELS);
    }

    public static byte[] bytes(Object answer) throws JsonProcessingException {
        return WRITER.writeValueAsBytes(answer);
    }
}
