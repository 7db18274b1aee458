package org.newsbag.provenance;

import java.util.List;
import java.util.Optional;

/**
 * An entry of the user's authority list.
 *
 * @param names the label and its aliases
 * @param ordinary whether a name is an ordinary word too, or names several outlets: such a name counts only beside a place, a label or a bracket
 * @param identifier the URI under which the body is known
 */
record Authority(String label, List<String> names, boolean agency, boolean ordinary, Optional<String> identifier) {}
