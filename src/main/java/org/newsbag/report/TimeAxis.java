package org.newsbag.report;

import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.TickUnits;

/** An axis of time in UTC, which runs in the direction of the language. */
final class TimeAxis {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private TimeAxis() {}

    static DateAxis create(Language language) {
        var axis = new DateAxis(null, UTC, Locale.ROOT);
        var units = new TickUnits();
        for (int minutes : new int[] {1, 5, 15, 30}) units.add(unit(DateTickUnitType.MINUTE, minutes, "HH:mm"));
        for (int hours : new int[] {1, 3, 6, 12}) units.add(unit(DateTickUnitType.HOUR, hours, "MM-dd HH:mm"));
        for (int days : new int[] {1, 2, 7, 14}) units.add(unit(DateTickUnitType.DAY, days, "yyyy-MM-dd"));
        for (int months : new int[] {1, 2, 3, 6}) units.add(unit(DateTickUnitType.MONTH, months, "yyyy-MM"));
        for (int years : new int[] {1, 2, 5, 10}) units.add(unit(DateTickUnitType.YEAR, years, "yyyy"));
        axis.setStandardTickUnits(units);
        axis.setInverted(language.isRightToLeft());
        return axis;
    }

    private static DateTickUnit unit(DateTickUnitType type, int multiple, String pattern) {
        var format = new SimpleDateFormat(pattern, Locale.ROOT);
        format.setTimeZone(UTC);
        return new DateTickUnit(type, multiple, format);
    }
}
