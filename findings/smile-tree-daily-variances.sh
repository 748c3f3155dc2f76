#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Smile 6.3.0: a regression tree does not split on a feature whose values are daily variances.
#
# A good engineer's guess: a tree (CART) knows only the order of a feature's values, so the unit does not matter, and no
# feature has to be scaled. A target that follows from a variance is learnt from it.
# What happens: values closer than 1e-7 count as equal. Variances of a calm instrument (0.02 to 0.03 % a day, so 4e-8 to
# 9e-8) are one value to Smile: the tree is a single leaf, without a warning. The same numbers times 2^30, which changes no
# bit of their fractions, give a tree with five nodes. Boosting and random forests grow on the same trees.
#
# Seen (Smile 6.3.0, Java 25):
#   nodes of the tree: variances as they are 1, times 2^30 5
#
# Needs Java 25 and Maven.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for artifact in com.github.haifengl:smile-core:6.3.0 com.github.haifengl:smile-base:6.3.0 org.slf4j:slf4j-api:2.0.17; do
    mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        -Dartifact="$artifact" -DoutputDirectory="$folder/jars" >/dev/null 2>&1 || {
        echo "Maven cannot get $artifact" >&2
        exit 1
    }
done
cat >"$folder/Variances.java" <<'JAVA'
import java.util.SplittableRandom;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.RegressionTree;

public class Variances {

    private static int nodes(double unit) {
        double[] variances = new double[2000];
        double[] targets = new double[2000];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < variances.length; i++) {
            double volatility = 0.0002 + 0.0001 * random.nextDouble();
            variances[i] = unit * volatility * volatility;
            targets[i] = volatility > 0.00025 ? 1 : 0;
        }
        DataFrame data = new DataFrame(new DoubleVector("variance", variances), new DoubleVector("target", targets));
        return RegressionTree.fit(Formula.lhs("target"), data, new RegressionTree.Options(4, 8, 5)).size();
    }

    public static void main(String[] arguments) {
        int plain = nodes(1);
        int large = nodes(1 << 30);
        System.out.println("nodes of the tree: variances as they are " + plain + ", times 2^30 " + large);
        if (plain != 1 || large < 3) {
            System.err.println("Smile behaves otherwise now");
            System.exit(1);
        }
    }
}
JAVA
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$folder/jars/*" "$folder/Variances.java"
