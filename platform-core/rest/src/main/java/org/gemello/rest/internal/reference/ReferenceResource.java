package org.gemello.rest.internal.reference;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.gemello.rest.internal.ApiFeature;
import org.gemello.rest.internal.ContractResource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The contract for people. It needs no network and runs no script. */
@Component(service = ReferenceResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/docs")
public class ReferenceResource {
    private static final String POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'";

    /** Made when somebody first asks. */
    private static final class Page {
        static final String HTML = read();

        private static String read() {
            try (InputStream yaml = ContractResource.open()) {
                return ReferencePage.of(ContractNode.read(yaml));
            } catch (IOException e) {
                throw new IllegalStateException("the contract is in this bundle", e);
            }
        }
    }

    @GET
    @Produces("text/html; charset=utf-8")
    public Response getReference() {
        return Response.ok(Page.HTML, MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).header("Content-Security-Policy", POLICY).build();
    }

    @GET
    @Path("style.css")
    @Produces("text/css; charset=utf-8")
    public byte[] getReferenceStyle() throws IOException {
        try (InputStream style = ReferenceResource.class.getResourceAsStream("style.css")) {
            return style.readAllBytes();
        }
    }
}
