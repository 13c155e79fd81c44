package se.samspar.followup.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import se.samspar.followup.CalendarPeriod;

/** A line over months, with baseline and target as lines across it, as SVG to stand within HTML. */
final class TrendChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final Color VALUE = new Color(0x00, 0x4B, 0x87);
    private static final Color BASELINE = new Color(0x59, 0x59, 0x59);
    private static final Color TARGET = new Color(0x1B, 0x6E, 0x2E);
    private static final float[] DASHES = {8, 4};
    private static final float[] DOTS = {2, 4};

    private final XYChart chart;
    private final List<String> months;

    TrendChart(String unit, List<String> months) {
        this.months = months;
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .yAxisTitle(unit)
                .build();
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideS)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false);
        chart.getStyler().setLocale(CalendarPeriod.SWEDISH);
        chart.getStyler().setYAxisMin(0.0).setXAxisMin(0.0).setXAxisMax(Math.max(1.0, months.size() - 1.0));
        if (unit.equals(Amounts.PER_CENT)) {
            chart.getStyler().setYAxisMax(100.0); // a share of 75 is not the top
        }
        chart.getStyler().setXAxisTickMarkSpacingHint(WIDTH / (months.size() + 1));
        chart.setCustomXAxisTickLabelsFormatter(this::month);
    }

    private String month(double position) {
        int index = (int) Math.round(position);
        return index >= 0 && index < months.size() && Math.abs(position - index) < 0.01 ? months.get(index) : "";
    }

    /** @param values one for each month; empty where none is told */
    void values(String name, List<Optional<BigDecimal>> values) {
        double[] ys = values.stream()
                .mapToDouble(value -> value.map(BigDecimal::doubleValue).orElse(Double.NaN))
                .toArray();
        XYSeries series = chart.addSeries(
                name, IntStream.range(0, ys.length).mapToDouble(i -> i).toArray(), ys);
        series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(VALUE).setLineColor(VALUE);
    }

    void baseline(String name, BigDecimal value) {
        line(name, value, BASELINE, DOTS);
    }

    void target(String name, BigDecimal value) {
        line(name, value, TARGET, DASHES);
    }

    private void line(String name, BigDecimal value, Color color, float[] dashes) {
        double y = value.doubleValue();
        XYSeries series = chart.addSeries(name, new double[] {0, Math.max(1, months.size() - 1)}, new double[] {y, y});
        series.setMarker(SeriesMarkers.NONE)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dashes, 0));
    }

    /**
     * The SVG element.
     *
     * @param id begins the ids within it, so that charts on one page do not take each other's
     */
    String svg(String id, String title, String description) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            VectorGraphicsEncoder.saveVectorGraphic(chart, written, VectorGraphicsFormat.SVG);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String svg = written.toString(StandardCharsets.UTF_8);
        String content = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1)
                .replace(" xmlns=\"\"", "") // which HTML does not need
                .replaceAll(
                        "(\\d\\.\\d)\\d+", "$1") // nobody sees less than a tenth of a point, and it is half of the file
                .replaceAll("id=\"([^\"]+)\"", "id=\"%s-$1\"".formatted(id))
                .replaceAll("url\\(#([^)]+)\\)", "url(#%s-$1)".formatted(id));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %2$d %3$d" role="img" aria-labelledby="%1$s-title %1$s-desc">
                <title id="%1$s-title">%4$s</title>
                <desc id="%1$s-desc">%5$s</desc>
                """
                        .formatted(id, WIDTH, HEIGHT, HtmlReport.escape(title), HtmlReport.escape(description))
                + content;
    }
}
