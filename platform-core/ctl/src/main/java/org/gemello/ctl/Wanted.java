package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** One document of a file that is applied. Doing it twice changes nothing the second time, except for a command, which is sent again. */
sealed interface Wanted permits Wanted.Publisher, Wanted.Pack, Wanted.Annotation, Wanted.Order, PolicyDocument, SiteDocuments {

    /** What it is, for people. */
    String title();

    /** What would be done. */
    String foresee(Access access) throws IOException, InterruptedException;

    /**
     * Does it.
     *
     * @param patience null not to wait
     * @return what was done
     */
    String carryOut(Access access, Duration patience) throws IOException, InterruptedException, Unfinished;

    /**
     * Understands a document.
     *
     * @param place  for messages
     * @param folder to which paths in it are relative
     * @throws UsageException where it is wrong, naming the place
     */
    static Wanted of(Object document, String place, Path folder) {
        Fields fields = Fields.of(document, place);
        return switch (fields.text("kind")) {
            case "publisher" -> new Publisher(fields.text("name"), fields.file("keyFile", folder));
            case "pack" -> new Pack(fields.file("file", folder), fields.flag("grantAll"));
            case "annotation" -> new Annotation(fields.text("twin"), fields.node(Set.of("id", "point", "from", "to", "text")));
            case PolicyDocument.KIND -> PolicyDocument.of(fields);
            case "command" -> new Order(new CommandOrder(fields.text("twin"), fields.text("name"), fields.numbers("arguments")));
            default -> throw new UsageException(place + ": kind '" + fields.text("kind")
                    + "' is not known; it may be publisher, pack, policy, annotation or command, or the document may be a file of the configuration folder");
        };
    }

    /** A publisher whose packs are trusted. */
    record Publisher(String name, Path keyFile) implements Wanted {
        @Override
        public String title() {
            return "publisher " + name;
        }

        private boolean isKnown(Access access, String pem) throws IOException, InterruptedException {
            String id = KeyId.of(pem, keyFile);
            for (JsonNode known : access.get("/publishers")) {
                if (known.path("name").asText().equals(name) && known.path("key").asText().equals(id)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String foresee(Access access) throws IOException, InterruptedException {
            return isKnown(access, Files.readString(keyFile)) ? "unchanged" : "would be trusted";
        }

        @Override
        public String carryOut(Access access, Duration patience) throws IOException, InterruptedException {
            String key = Files.readString(keyFile);
            if (isKnown(access, key)) {
                return "unchanged";
            }
            access.post("/publishers", JsonNodeFactory.instance.objectNode().put("publisher", name).put("pem", key));
            return "trusted";
        }
    }

    /** A pack that serves. */
    record Pack(Path file, boolean grantAll) implements Wanted {
        @Override
        public String title() {
            return "pack " + file.getFileName();
        }

        private ObjectNode request(Access access) throws IOException, InterruptedException {
            JsonNode staged = access.platform().bring("/pack-uploads", file);
            return JsonNodeFactory.instance.objectNode().put("action", "INSTALL").put("source", staged.path("handle").asText()).put("grantAll", grantAll);
        }

        @Override
        public String foresee(Access access) throws IOException, InterruptedException {
            JsonNode plan = access.post("/pack-plans", request(access));
            return (plan.path("feasible").asBoolean() ? "would go from " : "cannot go from ") + plan.path("from").asText("nothing") + " to "
                    + plan.path("to").asText() + (plan.path("obstacles").isEmpty() ? "" : ": " + plan.path("obstacles"));
        }

        @Override
        public String carryOut(Access access, Duration patience) throws IOException, InterruptedException, Unfinished {
            String job = access.post("/pack-operations", request(access)).path("id").asText();
            if (patience == null) {
                return "job " + job;
            }
            if (JobCommand.follow(access, job, patience) != 0) {
                throw new IllegalStateException(title() + " was not installed; see: gemelloctl get jobs " + job);
            }
            return "installed";
        }
    }

    /** A note on a stretch of time; with an id it replaces the one of before. */
    record Annotation(String twin, JsonNode note) implements Wanted {
        @Override
        public String title() {
            return "annotation of " + twin;
        }

        @Override
        public String foresee(Access access) throws IOException, InterruptedException {
            access.get("/twins/" + GetCommand.encoded(twin));
            return "would be kept";
        }

        @Override
        public String carryOut(Access access, Duration patience) throws IOException, InterruptedException {
            return "kept as " + access.post("/twins/" + GetCommand.encoded(twin) + "/annotations", note).path("id").asText();
        }
    }

    /** A command. */
    record Order(CommandOrder order) implements Wanted {
        @Override
        public String title() {
            return "command " + order.name() + " to " + order.twin();
        }

        @Override
        public String foresee(Access access) throws IOException, InterruptedException {
            order.check(access);
            return "would be sent";
        }

        @Override
        public String carryOut(Access access, Duration patience) throws IOException, InterruptedException, Unfinished {
            JsonNode end = order.send(access, patience);
            if (patience != null && !end.path("state").asText().equals("CONFIRMED")) {
                throw new IllegalStateException(title() + ": " + end.path("state").asText() + ' ' + end.path("reason").asText());
            }
            return end.path("state").asText().toLowerCase(Locale.ROOT);
        }
    }
}
