package org.gemello.history.internal;

import org.gemello.api.history.History;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinView;
import org.gemello.history.model.ModelHistory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Stands before the store: of two histories that are offered this one has the higher rank, so that whoever asks for a {@link History}
 * gets the one that knows the models. The store itself is found by not having the property {@code gemello.history=models}.
 */
@Component(service = History.class, property = {"gemello.history=models", "service.ranking:Integer=100"})
public final class ModelHistoryService extends ModelHistory {

    @Activate
    public ModelHistoryService(@Reference(target = "(!(gemello.history=models))") History stored, @Reference TwinRegistry twins) {
        super(stored, twin -> twins.twin(twin).map(TwinView::model).orElse(TwinModel.UNKNOWN));
    }
}
