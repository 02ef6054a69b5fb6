package org.gemello.api.twin;

import java.util.List;
import java.util.Optional;
import org.gemello.api.TwinId;
import org.osgi.annotation.versioning.ProviderType;

/** All twins of this platform. Safe for use by many threads; what it returns is a snapshot. */
@ProviderType
public interface TwinRegistry {

    /** All twins by id. */
    List<TwinView> twins();

    Optional<TwinView> twin(TwinId id);
}
