package org.gemello.rest.internal.request;

import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.rest.internal.problem.Problems;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.ResourceModel;

/**
 * Arranges all operations by the first segment of their path. The generated interfaces stand at the root, where Jersey would hold a request against
 * the path of one operation after the other, all of them; so it does that with the few that begin in the same way. Of the first segments it
 * tries those with the most literal characters first; so that programs which poll or push are not held against all the others, only what these ask
 * for is literal, and any other segment is the only form of a variable.
 * <p>
 * That an operation may answer with a problem is taken out of what it produces: Jersey would weigh that for each answer, and problems bring their
 * type along.
 */
public final class ContractRoutes implements ModelProcessor {
    private static final Set<String> BUSY = Set.of("/twins", "/connections");
    private static final MediaType PROBLEM = MediaType.valueOf(Problems.MEDIA_TYPE);

    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
        Map<String, Resource.Builder> byFirst = new LinkedHashMap<>();
        List<Resource> others = new ArrayList<>();
        for (Resource resource : model.getRootResources()) {
            if (isPlain(resource)) {
                arrange(byFirst, resource);
            } else {
                others.add(resource);
            }
        }
        ResourceModel.Builder arranged = new ResourceModel.Builder(others, false);
        byFirst.values().forEach(builder -> arranged.addResource(builder.build()));
        return arranged.build();
    }

    /** No part of it is found by a resource at run time, or by a variable in the first segment. */
    private static boolean isPlain(Resource resource) {
        List<Resource> parts = new ArrayList<>(resource.getChildResources());
        parts.add(resource);
        return parts.stream().allMatch(part -> part.getResourceLocator() == null
                && part.getResourceMethods().stream().allMatch(method -> method.getInvocable().getHandler().isClassBased() && !method.isSuspendDeclared()
                && !first(whole(resource, part)).contains("{")));
    }

    private static void arrange(Map<String, Resource.Builder> byFirst, Resource resource) {
        add(byFirst, whole(resource, resource), resource);
        resource.getChildResources().forEach(child -> add(byFirst, whole(resource, child), child));
    }

    private static void add(Map<String, Resource.Builder> byFirst, String path, Resource part) {
        if (part.getResourceMethods().isEmpty()) {
            return;
        }
        String first = first(path);
        Resource.Builder builder = byFirst.computeIfAbsent(first, each -> Resource.builder(BUSY.contains(each) ? each : variable(each)));
        Resource.Builder place = path.equals(first) ? builder : builder.addChildResource(path.substring(first.length()));
        part.getResourceMethods().forEach(method -> copy(method, place));
    }

    private static String whole(Resource root, Resource part) {
        return root == part ? slashed(root.getPath()) : slashed(root.getPath()) + slashed(part.getPath());
    }

    private static String slashed(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.isEmpty() || bare.startsWith("/") ? bare : "/" + bare;
    }

    private static String first(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(0, second);
    }

    private static String variable(String first) {
        return "/{segment: " + first.substring(1).replace(".", "[.]") + "}";
    }

    private static void copy(ResourceMethod method, Resource.Builder place) {
        Invocable invocable = method.getInvocable();
        ResourceMethod.Builder copy = place.addMethod(method.getHttpMethod()).consumes(method.getConsumedTypes())
                .produces(method.getProducedTypes().stream().filter(type -> !type.equals(PROBLEM)).toList()).nameBindings(method.getNameBindings())
                .handledBy(invocable.getHandler().getHandlerClass(), invocable.getDefinitionMethod()).handlingMethod(invocable.getHandlingMethod())
                .handlerParameters(invocable.getHandler().getParameters()).extended(method.isExtended());
        if (method.isSse()) {
            copy.sse();
        }
        if (method.isManagedAsyncDeclared()) {
            copy.managedAsync();
        }
    }

    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
        return model;
    }
}
