package org.gemello.spi;

import java.util.List;
import org.gemello.api.twin.TwinModel;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of twin, published by a pack as an OSGi service; the runtime finds it by whiteboard, but for services with the property
 * {@code gemello.standby=true}. Stateless and safe for use by many threads: all state is in {@code S}, which the runtime owns.
 *
 * @param <S> state of one twin; mutable, touched by one thread at a time
 */
@ConsumerType
public interface TwinType<S> {

    TwinTypeId id();

    /** Points, units, ranges and commands; the same at every call. */
    TwinModel model();

    /**
     * The behaviour of one twin.
     *
     * @throws IllegalArgumentException where the twin's configuration is wrong; the message names the value and the remedy
     */
    TwinBehavior<S> behavior(TwinContext context);

    StateCodec<S> codec();

    /** Steps from older schemas to the present one; each raises the schema by one. */
    default List<StateMigration> migrations() {
        return List.of();
    }
}
