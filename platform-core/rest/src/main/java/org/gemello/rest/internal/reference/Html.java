package org.gemello.rest.internal.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes HTML; whatever is not markup of ours is escaped. */
final class Html {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private final StringBuilder text = new StringBuilder(1 << 18);

    /** Markup, as it is. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    Html text(String plain) {
        text.append(escape(plain));
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String name, String plain) {
        return raw("<" + name + ">").text(plain).raw("</" + name + ">");
    }

    /** Text in the little of Markdown that the contract uses: paragraphs, lists, tables, code. */
    Html prose(String markdown) {
        for (String block : markdown.strip().split("\\n\\s*\\n")) {
            String begin = block.stripLeading();
            if (begin.startsWith("|")) {
                table(begin);
            } else if (begin.startsWith("* ")) {
                raw("<ul>");
                for (String item : begin.substring(2).split("\\n\\s*\\* ")) {
                    raw("<li>").line(item).raw("</li>");
                }
                raw("</ul>");
            } else {
                raw("<p>").line(begin).raw("</p>");
            }
        }
        return this;
    }

    private void table(String rows) {
        raw("<table>");
        String cell = "th";
        for (String row : rows.split("\\n")) {
            if (row.matches("[|\\s:-]+")) {
                cell = "td";
                continue;
            }
            raw("<tr>");
            for (String column : row.strip().replaceAll("^\\||\\|$", "").split("\\|")) {
                raw("<" + cell + ">").line(column.strip()).raw("</" + cell + ">");
            }
            raw("</tr>");
        }
        raw("</table>");
    }

    /** Text with code in it. */
    Html line(String markdown) {
        Matcher code = CODE.matcher(escape(markdown));
        text.append(code.replaceAll(found -> Matcher.quoteReplacement("<code>" + found.group(1) + "</code>")));
        return this;
    }

    private static String escape(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
