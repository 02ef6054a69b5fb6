package org.gemello.rest.internal.request;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gemello.rest.internal.problem.InvalidRequestException;

/**
 * Part of a list, and where the next part begins. The cursor names the last element of a page and not its number, so that what comes or goes
 * meanwhile moves no other element to a page where it is not looked for.
 */
public final class Page<T> extends AbstractList<T> {
    private final List<T> items;
    private final String next;

    private Page(List<T> items, String next) {
        this.items = items;
        this.next = next;
    }

    /**
     * A page of a list in the order of its keys.
     *
     * @param cursor null for the first page
     */
    public static <T> Page<T> sorted(List<T> all, Function<T, String> key, String cursor, int limit) {
        String after = decoded(cursor);
        List<T> rest = after == null ? all : all.stream().filter(each -> key.apply(each).compareTo(after) > 0).toList();
        return cut(rest, key, limit);
    }

    /**
     * A page of a list in an order that only the list knows, such as newest first.
     *
     * @param cursor null for the first page
     * @throws InvalidRequestException where the element that the page begins after is no longer in the list
     */
    public static <T> Page<T> following(List<T> all, Function<T, String> key, String cursor, int limit) {
        String after = decoded(cursor);
        int begin = after == null ? 0 : 1 + IntStream.range(0, all.size()).filter(i -> key.apply(all.get(i)).equals(after)).findFirst()
                .orElseThrow(() -> new InvalidRequestException("cursor", "'" + after + "' is no longer in the list; begin again without it"));
        return cut(all.subList(begin, all.size()), key, limit);
    }

    private static <T> Page<T> cut(List<T> rest, Function<T, String> key, int limit) {
        return rest.size() <= limit ? new Page<>(rest, null) : new Page<>(rest.subList(0, limit), encoded(key.apply(rest.get(limit - 1))));
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return cursor == null ? null : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("cursor", "is not one that a page has named");
        }
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }

    /** Cursor of the next page, null on the last one. */
    String next() {
        return next;
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
