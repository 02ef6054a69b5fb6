package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.site.SiteKind;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.contract.BindingDefinitionJson;
import org.gemello.rest.internal.contract.DefinitionsApi;
import org.gemello.rest.internal.contract.RelationsJson;
import org.gemello.rest.internal.contract.TwinDefinitionJson;
import org.gemello.rest.internal.mapping.SiteMapping;
import org.gemello.rest.internal.mapping.TwinMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.request.Condition;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Twins, connections and bindings as the site describes them, one by one. */
@Component(service = DefinitionsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class DefinitionsResource implements DefinitionsApi {
    private static final String CONNECTION = "connection";
    private final Platform platform;
    private final SiteDesk desk;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public DefinitionsResource(@Reference Platform platform, @Reference SiteDesk desk, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.desk = desk;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public TwinDefinitionJson createTwin(TwinDefinitionJson twin) {
        return SiteMapping.twin(desk.make(SiteKind.TWIN, twin.getId(), SiteMapping.content(twin), security));
    }

    @Override
    public TwinDefinitionJson getTwinDefinition(String twinId) {
        return SiteMapping.twin(desk.read(SiteKind.TWIN, twinId, security));
    }

    @Override
    public TwinDefinitionJson putTwinDefinition(String twinId, TwinDefinitionJson twin, String ifMatch, String ifNoneMatch) {
        same("id", twin.getId(), twinId);
        return SiteMapping.twin(desk.put(SiteKind.TWIN, twinId, SiteMapping.content(twin), Condition.of(ifMatch, ifNoneMatch), security));
    }

    @Override
    public void removeTwin(String twinId, String ifMatch) {
        desk.remove(SiteKind.TWIN, twinId, Condition.of(ifMatch, null), security);
    }

    @Override
    public RelationsJson getRelations(String twinId) {
        TwinRegistry twins = sights.twins(platform, security);
        TwinView twin = twins.twin(new TwinId(twinId)).orElseThrow(() -> Asked.notFound("there is no twin '" + twinId + "'"));
        return TwinMapping.relations(twin, twins.twins());
    }

    @Override
    public Map<String, Object> createConnection(Map<String, Object> connection) {
        return desk.make(SiteKind.CONNECTION, name(connection), connection, security).content();
    }

    @Override
    public Map<String, Object> getConnectionDefinition(String connection) {
        Requester requester = permits.holds(Role.ENGINEER, security, "connection.read", connection);
        Map<String, Object> content = desk.find(SiteKind.CONNECTION, connection).content();
        if (!desk.isSeenWhole(connection, security)) {
            throw permits.refused(requester, "connection.read", connection, "it is bound to twins or points that you do not see");
        }
        return content;
    }

    @Override
    public Map<String, Object> putConnectionDefinition(String connection, Map<String, Object> definition, String ifMatch, String ifNoneMatch) {
        same(CONNECTION, name(definition), connection);
        return desk.put(SiteKind.CONNECTION, connection, definition, Condition.of(ifMatch, ifNoneMatch), security).content();
    }

    @Override
    public void removeConnection(String connection, String ifMatch) {
        desk.remove(SiteKind.CONNECTION, connection, Condition.of(ifMatch, null), security);
    }

    @Override
    public List<BindingDefinitionJson> listBindings(String connection, Integer limit, String cursor) {
        desk.find(SiteKind.CONNECTION, connection);
        SeenDocuments documents = new SeenDocuments(sights.of(security));
        return Page.sorted(platform.site().documents().stream()
                .filter(document -> document.kind() == SiteKind.BINDING && document.name().startsWith(connection + '/'))
                .filter(documents::sees).map(documents::seen).map(SiteMapping::binding).toList(),
                BindingDefinitionJson::getTwin, cursor, limit);
    }

    @Override
    public BindingDefinitionJson getBinding(String connection, String twinId) {
        return SiteMapping.binding(desk.read(SiteKind.BINDING, connection + '/' + twinId, security));
    }

    @Override
    public BindingDefinitionJson putBinding(String connection, String twinId, BindingDefinitionJson binding, String ifMatch, String ifNoneMatch) {
        same(CONNECTION, binding.getConnection(), connection);
        same("twin", binding.getTwin(), twinId);
        return SiteMapping.binding(desk.put(SiteKind.BINDING, connection + '/' + twinId, SiteMapping.content(binding),
                Condition.of(ifMatch, ifNoneMatch), security));
    }

    @Override
    public void removeBinding(String connection, String twinId, String ifMatch) {
        desk.remove(SiteKind.BINDING, connection + '/' + twinId, Condition.of(ifMatch, null), security);
    }

    private static String name(Map<String, Object> connection) {
        if (connection.get(CONNECTION) instanceof String name && name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            return name;
        }
        throw new InvalidRequestException(CONNECTION, "must be the connection's name, of lower-case letters, digits, '.', '_' and '-'");
    }

    private static void same(String field, String inBody, String inPath) {
        if (!inBody.equals(inPath)) {
            throw new InvalidRequestException(field, "is '" + inBody + "', but the path says '" + inPath + "'");
        }
    }
}
