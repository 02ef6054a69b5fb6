package org.gemello.https.internal;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Has browsers come back by https alone, for a year (RFC 6797). Not for names that mean the browser's own machine: a browser remembers the name
 * and not the port, and would no longer find what else runs there without TLS.
 */
final class Hsts implements HttpConfiguration.Customizer {
    static final String HEADER = "Strict-Transport-Security";
    private static final HttpField YEAR = new HttpField(HEADER, "max-age=31536000");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        String host = Request.getServerName(request);
        if (request.isSecure() && host != null && !HostNames.isLocal(host)) {
            answer.put(YEAR);
        }
        return request;
    }
}
