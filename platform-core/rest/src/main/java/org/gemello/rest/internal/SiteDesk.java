package org.gemello.rest.internal;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemello.api.Role;
import org.gemello.api.site.Site;
import org.gemello.api.site.SiteChange;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.gemello.rest.internal.mapping.SiteMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.rest.internal.request.Condition;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of the site by engineers, each in the audit log before it is made. */
@Component(service = SiteDesk.class)
public final class SiteDesk {
    /** Edits in one line of the audit log. */
    private static final int EDITS_A_LINE = 100;
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;

    @Activate
    public SiteDesk(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    /** As {@link #find}, for those who see the twin that the document is about; with what they see of it. */
    SiteDocument read(SiteKind kind, String name, SecurityContext security) {
        SeenDocuments.twin(kind, name).ifPresent(twin -> permits.requireSeen(Target.of(twin), security));
        return new SeenDocuments(sights.of(security)).seen(find(kind, name));
    }

    /** Whether the caller sees all that is bound to a connection; what it says of it is then no secret. */
    boolean isSeenWhole(String connection, SecurityContext security) {
        Sight sight = sights.of(security);
        SeenDocuments documents = new SeenDocuments(sight);
        return sight.seesAll() || platform.site().documents().stream()
                .filter(document -> document.kind() == SiteKind.BINDING && document.name().startsWith(connection + '/')).allMatch(documents::seesWhole);
    }

    /** @throws jakarta.ws.rs.NotFoundException where there is none */
    SiteDocument find(SiteKind kind, String name) {
        return platform.site().document(kind, name)
                .orElseThrow(() -> Asked.notFound("the site has no " + word(kind) + " '" + name + "'"));
    }

    /** Makes a document; 409 where there is one of its name. */
    SiteDocument make(SiteKind kind, String name, Map<String, Object> content, SecurityContext security) {
        String action = word(kind) + ".create";
        checkMayConfigure(kind, name, Optional.of(content), action, security);
        if (platform.site().document(kind, name).isPresent()) {
            throw Asked.conflict("there is a " + word(kind) + " '" + name + "' already");
        }
        return edit(new SiteEdit(kind, name, Optional.of(content), SiteEdit.ABSENT), action, security);
    }

    /** Changes a document, or makes it, as the condition says. */
    SiteDocument put(SiteKind kind, String name, Map<String, Object> content, Condition condition, SecurityContext security) {
        String action = word(kind) + (condition.absent() ? ".create" : ".change");
        checkMayConfigure(kind, name, Optional.of(content), action, security);
        return edit(new SiteEdit(kind, name, Optional.of(content), expected(kind, name, condition)), action, security);
    }

    /** Removes a document that is as the condition says. */
    void remove(SiteKind kind, String name, Condition condition, SecurityContext security) {
        String action = word(kind) + ".remove";
        checkMayConfigure(kind, name, Optional.empty(), action, security);
        String expected = expected(kind, name, condition);
        change(List.of(new SiteEdit(kind, name, Optional.empty(), expected)), action, name, security);
    }

    /** Makes several edits as one. */
    SiteChange change(List<SiteEdit> edits, SecurityContext security) {
        edits.forEach(edit -> checkMayConfigure(edit.kind(), edit.name(), edit.content(), "site.change", security));
        return change(edits, "site.change", edits.size() + " documents", security);
    }

    /** Says what several edits would do; nothing is changed, so only a refusal is audited. */
    SiteChange foresee(List<SiteEdit> edits, SecurityContext security) {
        edits.forEach(edit -> checkMayConfigure(edit.kind(), edit.name(), edit.content(), "site.change", security));
        try {
            return platform.site().change(edits, true);
        } catch (SiteRefusedException e) {
            throw refusal(e);
        }
    }

    SiteChange reload(SecurityContext security) {
        permits.requireAll(Action.CONFIGURE, security, "site.reload", "site");
        permits.require(Role.ENGINEER, security, "site.reload", "site", "");
        return platform.site().reload();
    }

    /** A document is changed as a whole: by those who see all that it says, and may change all that it binds now and then. */
    private void checkMayConfigure(SiteKind kind, String name, Optional<Map<String, Object>> next, String action, SecurityContext security) {
        Requester requester = permits.holds(Role.ENGINEER, security, action, name);
        SeenDocuments.twin(kind, name).ifPresentOrElse(twin -> permits.holds(Action.CONFIGURE, Target.of(twin), security, action, name),
                () -> permits.requireAll(Action.CONFIGURE, security, action, name));
        Sight sight = sights.of(security);
        if (sight.seesAll() && sight.mayWithAll(Action.CONFIGURE)) {
            return;
        }
        Optional<SiteDocument> present = platform.site().document(kind, name);
        if (!present.map(new SeenDocuments(sight)::seesWhole).orElse(true)) {
            throw permits.refused(requester, action, name, "it names twins or points that you do not see, and would lose them");
        }
        if (kind == SiteKind.BINDING) {
            Stream.of(present.map(SiteDocument::content), next).flatMap(Optional::stream).forEach(content -> Asked.of("bindings",
                    () -> BoundPoints.of(name, content)).ifPresentOrElse(
                    points -> points.forEach(point -> permits.holds(Action.CONFIGURE, Target.of(point), security, action, name)),
                    () -> permits.requireAll(Action.CONFIGURE, security, action, name)));
        }
    }

    /** Revision for which the edit is made, once the caller's condition holds. */
    private String expected(SiteKind kind, String name, Condition condition) {
        Optional<SiteDocument> present = platform.site().document(kind, name);
        if (condition.absent() && present.isEmpty()) {
            return SiteEdit.ABSENT;
        }
        SiteDocument document = present.orElseGet(() -> find(kind, name));
        condition.check(SiteMapping.definition(document));
        return condition.isAny() ? SiteEdit.ANY : document.revision();
    }

    private SiteDocument edit(SiteEdit edit, String action, SecurityContext security) {
        return change(List.of(edit), action, edit.name(), security).documents().stream()
                .filter(document -> document.kind() == edit.kind() && document.name().equals(edit.name())).findFirst()
                .orElseGet(() -> find(edit.kind(), edit.name()));
    }

    private SiteChange change(List<SiteEdit> edits, String action, String object, SecurityContext security) {
        Site site = platform.site();
        for (int i = 0; i < edits.size(); i += EDITS_A_LINE) {
            permits.require(Role.ENGINEER, security, action, object, words(site, edits.subList(i, Math.min(i + EDITS_A_LINE, edits.size()))));
        }
        try {
            return site.change(edits, false);
        } catch (SiteRefusedException e) {
            permits.noteRefusal(Requester.of(security), action, object, e.isStale() ? "it has changed in between" : e.problems().size() + " problems");
            throw refusal(e);
        }
    }

    private static String words(Site site, List<SiteEdit> edits) {
        return edits.stream().map(edit -> word(edit.kind()) + ' ' + edit.name() + ' '
                + ContentDifference.words(site.document(edit.kind(), edit.name()).map(SiteDocument::content), edit)).collect(Collectors.joining("; "));
    }

    private static ClientErrorException refusal(SiteRefusedException refused) {
        return new ClientErrorException(refused.isStale() ? Problems.response(Status.PRECONDITION_FAILED, refused.getMessage())
                : Problems.siteRefused(refused.problems()));
    }

    private static String word(SiteKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
