package org.gemello.rest.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.gemello.rest.internal.contract.ViewJson;
import org.gemello.rest.internal.mapping.PackMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/**
 * How packs show their twins. What a pack wrote goes out as data: a browser that opens a drawing by itself runs no script of it, and a
 * module is plain text, which no page can run by its address. The console reads it and hands it to a frame that can reach nothing.
 */
@Component(service = ViewsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/views")
public class ViewsResource {
    private static final String FOR_GOOD = "private, max-age=31536000, immutable";
    private static final String AS_A_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
    private static final String SVG = "image/svg+xml";
    private static final String GLB = "model/gltf-binary";
    private static final String TEXT = "text/plain; charset=utf-8";
    private final Platform platform;
    private final ViewCatalog catalog;

    @Activate
    public ViewsResource(@Reference Platform platform, @Reference ViewCatalog catalog) {
        this.platform = platform;
        this.catalog = catalog;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE})
    public List<ViewJson> listViews(@QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(1000) Integer limit,
                                    @QueryParam("cursor") @Size(max = 300) @Pattern(regexp = "^[A-Za-z0-9_-]*$") String cursor) {
        return Page.following(catalog.list(platform.packs()), view -> view.file().pack() + '/' + view.file().file(), cursor, limit)
                .map(view -> PackMapping.of(view.file(), view.twin()));
    }

    @GET
    @Path("/{hash}/{file}")
    @Produces({MediaType.APPLICATION_JSON, SVG, GLB, MediaType.TEXT_PLAIN, Problems.MEDIA_TYPE})
    public Response getView(@PathParam("hash") @Pattern(regexp = "^[0-9a-f]{64}$") String hash,
                            @PathParam("file") @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$") String file) throws IOException {
        byte[] content = catalog.content(platform.packs(), hash, file)
                .orElseThrow(() -> Asked.notFound("no pack that serves has the view " + hash + '/' + file));
        Response.ResponseBuilder answer = Response.ok(content, type(file)).header(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
        return file.endsWith(".svg") ? answer.header("Content-Security-Policy", AS_A_PICTURE).build() : answer.build();
    }

    private static String type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "svg" -> SVG;
            case "glb" -> GLB;
            case "mjs" -> TEXT;
            default -> MediaType.APPLICATION_JSON;
        };
    }
}
