package org.gemello.api.health;

import org.osgi.annotation.versioning.ConsumerType;

/** Published as a service by every part that can be unwell. Must answer at once, from what the part knows. */
@ConsumerType
public interface HealthCheck {

    Health health();

    /**
     * What a part says of itself.
     *
     * @param part  name of the part, such as {@code log}
     * @param ready false while the platform cannot do its work because of this part
     * @param live  false where only a restart can help
     * @param text  for people: what is wrong and what helps, or what is well
     */
    record Health(String part, boolean ready, boolean live, String text) {
        public static Health well(String part, String text) {
            return new Health(part, true, true, text);
        }

        public static Health notReady(String part, String text) {
            return new Health(part, false, true, text);
        }

        public static Health dead(String part, String text) {
            return new Health(part, false, false, text);
        }
    }
}
