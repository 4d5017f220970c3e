package io.almoner.report;

import net.sf.jasperreports.charts.design.JRDesignChart;
import net.sf.jasperreports.charts.type.ChartTypeEnum;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.data.category.DefaultCategoryDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportChartLookTest {

    private static final Glyphs FONTS = new Glyphs();

    @ParameterizedTest
    @ValueSource(strings = {"康拓索（上海）信息技术有限公司", "株式会社コントソ", "콘토소"})
    void measures_names_with_a_font_that_has_their_letters(String name) {
        JFreeChart chart = chart("Assigned", FONTS.inChart(name));
        CategoryAxis names = chart.getCategoryPlot().getDomainAxis();

        assertThat(names.getTickLabelFont(name).canDisplayUpTo(name)).isNegative();
        assertThat(names.getTickLabelFont("Contoso")).isEqualTo(names.getTickLabelFont());
    }

    @Test
    void measures_the_legend_with_a_font_that_has_its_letters() {
        JFreeChart chart = chart("已分配", "Contoso");

        assertThat(chart.getLegend().getItemFont().canDisplayUpTo("已分配")).isNegative();
    }

    private static JFreeChart chart(String series, String category) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        bars.addValue(1, series, category);
        JFreeChart chart = ChartFactory.createStackedBarChart("", "", "", bars);
        new ReportChartLook().customize(chart, new JRDesignChart(null, ChartTypeEnum.STACKEDBAR));
        return chart;
    }
}
