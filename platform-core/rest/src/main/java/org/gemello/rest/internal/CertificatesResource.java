package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.api.Role;
import org.gemello.api.connection.CertificateTrust.Certificate;
import org.gemello.rest.internal.contract.CertificateJson;
import org.gemello.rest.internal.contract.CertificatesApi;
import org.gemello.rest.internal.mapping.SourceMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Whom the platform trusts. */
@Component(service = CertificatesResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class CertificatesResource implements CertificatesApi {
    private final Platform platform;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public CertificatesResource(@Reference Platform platform, @Reference Permits permits) {
        this.platform = platform;
        this.permits = permits;
    }

    @Override
    public List<CertificateJson> listCertificates(Integer limit, String cursor) {
        return Page.following(platform.certificates().certificates(), Certificate::thumbprint, cursor, limit).map(SourceMapping::of);
    }

    @Override
    public void approveCertificate(String thumbprint) {
        permits.require(Role.ADMINISTRATOR, security, "certificate.approve", thumbprint, "");
        Asked.of("thumbprint", () -> {
            platform.certificates().approve(thumbprint);
            return true;
        });
    }

    @Override
    public void revokeCertificate(String thumbprint) {
        permits.require(Role.ADMINISTRATOR, security, "certificate.revoke", thumbprint, "");
        Asked.of("thumbprint", () -> {
            platform.certificates().revoke(thumbprint);
            return true;
        });
    }
}
