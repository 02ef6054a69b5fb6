package org.gemello.binding;

import java.util.List;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The checked content of the configuration folder. The service follows the folder's changes, and every answer is that of its moment; who needs
 * several answers that belong together asks {@link #now()}, and who must know of changes is a {@link SiteListener}.
 */
@ProviderType
public interface SiteConfiguration {

    List<ConnectionDefinition> connections();

    Optional<ConnectionDefinition> connection(String name);

    List<TwinDefinition> twins();

    default Optional<TwinDefinition> twin(TwinId id) {
        return twins().stream().filter(twin -> twin.id().equals(id)).findFirst();
    }

    /** Bindings of one connection, in the order of the files. */
    List<Binding> bindings(String connection);

    /** Templates of one connection, in the order of the files. */
    default List<BindingTemplate> templates(String connection) {
        return List.of();
    }

    /** As it is at this moment; never changes. */
    default SiteConfiguration now() {
        return this;
    }

    /** The binding that feeds a point, and through which it is written; not one that a template has made. */
    Optional<PointBinding> point(PointId id);
}
