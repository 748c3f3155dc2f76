package candor.forecasting.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {

    private static final RegressionTree TREE = new RegressionTree(List.of(
            TreeNode.split(1, 0.5, 1, 4, 100),
            TreeNode.split(0, -1, 2, 3, 60),
            TreeNode.leaf(0.1, 10),
            TreeNode.leaf(-0.2, 50),
            TreeNode.leaf(0.4, 40)));

    private static final BoostedTrees TREES = new BoostedTrees(
            List.of("a", "b"),
            new Standardisation(List.of(10.0, 0.0), List.of(2.0, 1.0)),
            0.01,
            0.5,
            List.of(TREE, new RegressionTree(List.of(TreeNode.leaf(0.02, 100)))),
            100,
            LocalDate.of(2024, 3, 8));

    @Test
    void aRowGoesToTheLeftUpToTheThresholdAndToTheRightAboveIt() {
        assertThat(TREES.forecast(new double[] {8, 0.5})).isCloseTo(0.01 + 0.05 + 0.01, within(1e-15));
        assertThat(TREES.forecast(new double[] {8.1, 0.5})).isCloseTo(0.01 - 0.1 + 0.01, within(1e-15));
        assertThat(TREES.forecast(new double[] {8, 0.6})).isCloseTo(0.01 + 0.2 + 0.01, within(1e-15));
    }

    @Test
    void withoutAFeatureThereIsNoForecast() {
        assertThat(TREES.forecast(new double[] {Double.NaN, 0.6})).isNaN();
    }

    @Test
    void constantColumnsAreDividedByOne() {
        Standardisation scaler = Standardisation.of(List.of(new double[] {3, 1}, new double[] {3, 5}));
        assertThat(scaler).isEqualTo(new Standardisation(List.of(3.0, 3.0), List.of(1.0, 2.0)));
        assertThat(scaler.apply(new double[] {4, 5})).containsExactly(1, 1);
    }

    @Test
    void damagedTreesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegressionTree(List.of(TreeNode.split(0, 1, 0, 0, 5))))
                .withMessageContaining("node 0 of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new RegressionTree(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new TreeNode(0, 1, TreeNode.NONE, 2, 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> TreeNode.leaf(0.1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoostedTrees(
                        List.of("a"),
                        new Standardisation(List.of(0.0), List.of(1.0)),
                        0,
                        0.1,
                        List.of(TREE),
                        100,
                        LocalDate.EPOCH))
                .withMessageContaining("column 1 of 1 features");
    }

    @Test
    void settingsNameTheFieldTheValueAndWhatIsWanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoostingSettings(0, 3, 50, 0.05, 0.5, 252, 1))
                .withMessage("candidates.boosting.trees is 0; want 1 to 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoostingSettings(50, 3, 50, 0, 0.5, 252, 1))
                .withMessage("candidates.boosting.shrinkage is 0.0; want above 0 up to 1");
    }
}
