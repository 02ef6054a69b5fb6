package org.gemello.connector.mqtt.internal.sparkplug;

import org.gemello.connector.mqtt.internal.Refusal;

/**
 * A topic {@code spBv1.0/group/type/node} or {@code spBv1.0/group/type/node/device} (Sparkplug 3.0.0, 4).
 *
 * @param node   {@code group/node}
 * @param type   what its messages say
 * @param device the device, empty for the node itself
 */
record SparkplugTopic(String node, Type type, String device) {
    static final String NAMESPACE = "spBv1.0";
    static final String STATE = NAMESPACE + "/STATE/";

    /** What a message says; commands go to nodes and devices, all others come from them. */
    enum Type { NBIRTH, DBIRTH, NDATA, DDATA, NDEATH, DDEATH, NCMD, DCMD }

    /** @throws Refusal where it is not such a topic */
    static SparkplugTopic parse(String topic) throws Refusal {
        String[] levels = topic.split("/", -1);
        if (levels.length >= 4 && levels.length <= 5 && levels[0].equals(NAMESPACE)) {
            for (Type type : Type.values()) {
                if (type.name().equals(levels[2]) && (type.name().charAt(0) == 'D') == (levels.length == 5)) {
                    return new SparkplugTopic(levels[1] + '/' + levels[3], type, levels.length == 5 ? levels[4] : "");
                }
            }
        }
        throw new Refusal("topic '" + topic + "' is not spBv1.0/group/type/node or spBv1.0/group/type/node/device of Sparkplug B");
    }

    /** Where commands to a node or one of its devices go. */
    static String command(String node, String device) {
        int slash = node.indexOf('/');
        String type = device.isEmpty() ? "/NCMD" : "/DCMD";
        return NAMESPACE + '/' + node.substring(0, slash) + type + node.substring(slash) + (device.isEmpty() ? "" : '/' + device);
    }
}
