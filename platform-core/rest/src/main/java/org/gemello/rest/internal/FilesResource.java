package org.gemello.rest.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.gemello.api.Role;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.rest.internal.contract.StagedPackJson;
import org.gemello.rest.internal.contract.UploadJson;
import org.gemello.rest.internal.mapping.PackMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.MaxBytes;
import org.gemello.rest.internal.request.Requester;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Files that are brought and fetched. */
@Component(service = FilesResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("")
public class FilesResource {
    private final Platform platform;
    private final Permits permits;
    private final SeenExports exports;
    @Context
    private SecurityContext security;

    @Activate
    public FilesResource(@Reference Platform platform, @Reference Permits permits, @Reference SeenExports exports) {
        this.platform = platform;
        this.permits = permits;
        this.exports = exports;
    }

    private static final String NAME = "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$";

    @GET
    @Path("/exports/{export}/{table}")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, Problems.MEDIA_TYPE})
    public Response getExportTable(@PathParam("export") @Pattern(regexp = NAME) String export,
                                   @PathParam("table") @Pattern(regexp = "^[a-z]{1,32}[.](csv|parquet)$") String table) {
        exports.requireSeen(export, security);
        permits.require(Role.VIEWER, security, "export.download", export + "/" + table, "");
        return file(platform.exchange().file(export, table), export + "/" + table, export + "-" + table);
    }

    @PUT
    @Path("/imports/{file}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces({MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE})
    public UploadJson uploadImport(@PathParam("file") @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}[.](csv|parquet)$") String file,
                                   @MaxBytes(MaxBytes.STREAMED) InputStream content) {
        permits.require(Role.ENGINEER, security, "import.upload", file, "");
        try {
            return new UploadJson().source(platform.exchange().receive(file, content));
        } catch (IllegalArgumentException | IOException e) {
            throw new InvalidRequestException("file", e.getMessage());
        }
    }

    @GET
    @Path("/backups/{backup}/file")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, Problems.MEDIA_TYPE})
    public Response getBackup(@PathParam("backup") @Pattern(regexp = NAME) String backup) {
        permits.require(Role.ADMINISTRATOR, security, "backup.download", backup, "");
        return file(platform.backups().file(backup), backup, backup);
    }

    @GET
    @Path("/packs/{pack}/file")
    @Produces({MediaType.APPLICATION_OCTET_STREAM, Problems.MEDIA_TYPE})
    public Response getPackFile(@PathParam("pack") @Pattern(regexp = "^[a-z][a-z0-9-]{1,39}$") String pack,
                                @QueryParam("path") @NotNull @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,255}$") String path) throws IOException {
        byte[] bytes = platform.packs().file(pack, path).orElseThrow(() -> Asked.notFound("pack '" + pack + "' has no file '" + path + "'"));
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM).build();
    }

    @POST
    @Path("/pack-uploads")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces({MediaType.APPLICATION_JSON, Problems.MEDIA_TYPE})
    public StagedPackJson uploadPack(@MaxBytes(MaxBytes.STREAMED) InputStream content) {
        Requester requester = permits.require(Role.VENDOR, security, "pack.upload", "quarantine", "");
        try {
            return PackMapping.of(platform.packs().stage(content, requester.caller()));
        } catch (PackRefusedException | IOException e) {
            throw new InvalidRequestException("file", e.getMessage());
        }
    }

    private static Response file(Optional<java.nio.file.Path> file, String what, String name) {
        java.nio.file.Path found = file.orElseThrow(() -> Asked.notFound("there is no '" + what + "'"));
        return Response.ok(found.toFile(), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }
}
