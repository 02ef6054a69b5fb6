package org.gemello.rest.internal;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.gemello.api.Role;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.DeadLetters.DeadLetter;
import org.gemello.rest.internal.contract.DeadLetterJson;
import org.gemello.rest.internal.contract.DeadlettersApi;
import org.gemello.rest.internal.contract.PushReceiptJson;
import org.gemello.rest.internal.mapping.SourceMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Page;
import org.gemello.security.policy.Action;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Payloads that could not be read. */
@Component(service = DeadLettersResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class DeadLettersResource implements DeadlettersApi {
    private final Platform platform;
    private final Permits permits;
    @Context
    private SecurityContext security;

    @Activate
    public DeadLettersResource(@Reference Platform platform, @Reference Permits permits) {
        this.platform = platform;
        this.permits = permits;
    }

    @Override
    public List<DeadLetterJson> listDeadLetters(Integer limit, String cursor) {
        permits.requireAll(Action.READ, security, "dead-letter.list", "");
        return Page.sorted(platform.deadLetters().latest(cursor == null ? limit + 1 : Integer.MAX_VALUE), DeadLettersResource::newestFirst, cursor, limit).map(SourceMapping::of);
    }

    /** A text that sorts so, also where the letter itself has made room for newer ones. */
    private static String newestFirst(DeadLetter letter) {
        return String.format("%019d", Long.MAX_VALUE - letter.number());
    }

    @Override
    public PushReceiptJson replayDeadLetter(Long number) {
        permits.requireAll(Action.WRITE, security, "dead-letter.replay", Long.toString(number));
        DeadLetter letter = platform.deadLetters().letter(number)
                .orElseThrow(() -> Asked.notFound("there is no dead letter " + number + "; the oldest ones make room for new ones"));
        permits.require(Role.ENGINEER, security, "dead-letter.replay", Long.toString(number), letter.connection() + " " + letter.source());
        Connection connection = platform.connections().connection(letter.connection())
                .orElseThrow(() -> Asked.conflict("connection '" + letter.connection() + "' does not run"));
        return new PushReceiptJson().stored(replay(connection, letter)).refused(List.of());
    }

    private static int replay(Connection connection, DeadLetter letter) {
        try {
            return Asked.wait(connection.replay(letter.source(), letter.payload()));
        } catch (UnsupportedOperationException e) {
            throw Asked.conflict(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ClientErrorException(Problems.unprocessable(e.getMessage()));
        } catch (CompletionException e) {
            throw new ClientErrorException(Problems.unprocessable(e.getCause().getMessage()));
        }
    }
}
