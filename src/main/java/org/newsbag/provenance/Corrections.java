package org.newsbag.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a person's word over what the rules said. */
final class Corrections {
    private Corrections() {}

    static Provenance apply(Provenance machine, Correction given) {
        var correction = changes(machine, given);
        if (correction.values().isEmpty()) return machine;
        var rows = new ArrayList<Evidence>();
        for (var row : machine.evidence()) {
            var values = correction.values().get(row.field());
            boolean overruled = values != null && row.status() == Status.ASSERTED && !values.contains(row.value());
            rows.add(overruled ? row.withStatus(Status.OVERRULED) : row);
        }
        var absent = new ArrayList<Absence>();
        for (var absence : machine.absent()) if (!correction.values().containsKey(absence.field())) absent.add(absence);
        for (var field : Field.values()) {
            var values = correction.values().get(field);
            if (values == null) continue;
            if (values.isEmpty())
                absent.add(new Absence(field, "a person says there is none (" + correction.place() + ")"));
            rows.addAll(added(machine, field, values, correction.place()));
        }
        absent.sort(Comparator.comparing(Absence::field));
        return new Provenance(machine.news(), dateStatus(machine, correction), Settlement.sorted(rows), absent);
    }

    /** A table names every field of every file: only where a person changed something is there a word of theirs. */
    private static Correction changes(Provenance machine, Correction given) {
        var values = new EnumMap<Field, List<String>>(Field.class);
        given.values().forEach((field, said) -> {
            var asserted = machine.asserted(field).stream()
                    .map(row -> row.value().strip())
                    .collect(Collectors.toSet());
            if (!asserted.equals(Set.copyOf(said))) values.put(field, said);
        });
        return new Correction(given.place(), values);
    }

    private static List<Evidence> added(Provenance machine, Field field, List<String> values, String place) {
        var said = new HashSet<String>();
        for (var row : machine.asserted(field)) said.add(row.value());
        var rows = new ArrayList<Evidence>();
        for (var value : values)
            if (said.add(value))
                rows.add(new Evidence(
                        field, value, Status.ASSERTED, 1, "person", value, Optional.empty(), place, Optional.empty()));
        return rows;
    }

    private static Optional<String> dateStatus(Provenance machine, Correction correction) {
        var issued = correction.values().get(Field.ISSUED);
        if (issued == null) return machine.dateStatus();
        return issued.stream().findFirst().map(value -> value.contains("X") ? "partial" : "exact");
    }
}
