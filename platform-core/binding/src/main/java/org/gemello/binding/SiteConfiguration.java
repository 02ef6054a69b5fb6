package org.gemello.binding;

import java.util.List;
import java.util.Optional;
import org.gemello.api.PointId;
import org.osgi.annotation.versioning.ProviderType;

/** The checked content of the configuration folder. Immutable. */
@ProviderType
public interface SiteConfiguration {

    List<ConnectionDefinition> connections();

    Optional<ConnectionDefinition> connection(String name);

    List<TwinDefinition> twins();

    /** Bindings of one connection, in the order of the files. */
    List<Binding> bindings(String connection);

    /** Templates of one connection, in the order of the files. */
    default List<BindingTemplate> templates(String connection) {
        return List.of();
    }

    /** The binding that feeds a point, and through which it is written; not one that a template has made. */
    Optional<PointBinding> point(PointId id);
}
