package org.newsbag;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house of docs/architecture.md as data: who may import whom, and which library stays in which package. */
class FloorsTest {
    private static final String ROOT = "org.newsbag";

    /** From the top floor down; a floor is a list of groups, a group is a list of packages from left to right. */
    private static final List<List<List<String>>> FLOORS = List.of(
            List.of(List.of("cli"), List.of("web")),
            List.of(List.of("packaging"), List.of("upkeep"), List.of("audit")),
            List.of(
                    List.of("inventory", "extract", "provenance", "description"),
                    List.of("profile", "store", "bag", "validation", "deposit"),
                    List.of("ledger", "report")),
            List.of(List.of("finding", "path", "fixity", "durable", "json")));

    /** A library's packages by prefix, and the only packages of ours that may use it. */
    private static final Map<String, Set<String>> FENCES = new LinkedHashMap<>();

    static {
        FENCES.put("org.apache.tika", Set.of("extract"));
        FENCES.put("org.jsoup", Set.of("extract"));
        FENCES.put("com.ibm.icu", Set.of("extract", "provenance"));
        FENCES.put("gov.loc", Set.of("bag"));
        FENCES.put("org.apache.commons.codec", Set.of("fixity"));
        FENCES.put("org.bouncycastle", Set.of("fixity", "ledger"));
        FENCES.put("org.apache.commons.compress", Set.of("store"));
        FENCES.put("com.github.luben.zstd", Set.of("store"));
        FENCES.put("org.tukaani.xz", Set.of("store"));
        FENCES.put("org.apache.commons.csv", Set.of("description", "report"));
        FENCES.put("com.fasterxml.jackson", Set.of("json"));
        FENCES.put("java.sql", Set.of("ledger"));
        FENCES.put("org.sqlite", Set.of("ledger"));
        FENCES.put("org.postgresql", Set.of("ledger"));
        FENCES.put("org.jfree", Set.of("report"));
        FENCES.put("java.awt", Set.of("report"));
        FENCES.put("picocli", Set.of("cli"));
        FENCES.put("me.tongfei", Set.of("cli"));
    }

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        assertThat(classes).isNotEmpty();
    }

    @Test
    void a_package_imports_only_to_its_left_and_below() {
        var wrong = new TreeSet<String>();
        for (JavaClass origin : classes)
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (!target.getPackageName().startsWith(ROOT + ".")) continue;
                if (!mayImport(room(origin), room(target))) wrong.add(origin.getName() + " -> " + target.getName());
            }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_package_has_a_room() {
        var rooms = FLOORS.stream().flatMap(List::stream).flatMap(List::stream).collect(Collectors.toSet());
        var strays = new TreeSet<String>();
        for (JavaClass type : classes)
            if (!rooms.contains(room(type)) || !type.getPackageName().equals(ROOT + "." + room(type)))
                strays.add(type.getName());
        assertThat(strays).isEmpty();
    }

    @Test
    void a_library_stays_behind_its_fence() {
        var wrong = new TreeSet<String>();
        for (JavaClass origin : classes)
            for (Dependency dependency : origin.getDirectDependenciesFromSelf())
                FENCES.forEach((library, rooms) -> {
                    var target = dependency.getTargetClass().getPackageName();
                    if ((target.equals(library) || target.startsWith(library + ".")) && !rooms.contains(room(origin)))
                        wrong.add(origin.getName() + " -> "
                                + dependency.getTargetClass().getName());
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void only_the_command_line_prints_or_exits() {
        var wrong = new TreeSet<String>();
        for (JavaClass origin : classes) {
            if (room(origin).equals("cli")) continue;
            origin.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget().getFullName().startsWith("java.lang.System.exit"))
                    .forEach(call -> wrong.add(call.getDescription()));
            origin.getFieldAccessesFromSelf().stream()
                    .filter(access -> Set.of("java.lang.System.out", "java.lang.System.err")
                            .contains(access.getTarget().getFullName()))
                    .forEach(access -> wrong.add(access.getDescription()));
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean mayImport(String from, String to) {
        if (from.equals(to)) return true;
        int floorFrom = floor(from);
        int floorTo = floor(to);
        if (floorFrom < 0 || floorTo < 0) return false;
        if (floorFrom != floorTo) return floorFrom < floorTo;
        return FLOORS.get(floorFrom).stream()
                .anyMatch(
                        group -> group.contains(from) && group.contains(to) && group.indexOf(to) < group.indexOf(from));
    }

    private static int floor(String room) {
        for (int i = 0; i < FLOORS.size(); i++)
            if (FLOORS.get(i).stream().anyMatch(group -> group.contains(room))) return i;
        return -1;
    }

    private static String room(JavaClass type) {
        var rest = type.getPackageName()
                .substring(Math.min(ROOT.length() + 1, type.getPackageName().length()));
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
