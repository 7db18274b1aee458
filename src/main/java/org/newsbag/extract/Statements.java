package org.newsbag.extract;

import java.util.List;

final class Statements {
    private Statements() {}

    static List<Statement> of(List<ReadPart> parts) {
        return List.of();
    }
}
