package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.adapters.ai.theme.Tone.Strength;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;

import java.util.ArrayList;
import java.util.List;

/// Arranges a tree around its root: half of the branches to the right, the rest to the left, each
/// branch in a colour of its own. What is no single tree is left to another arranger.
final class MindMapArranger implements Arranger {

    private static final double ROOT_TEXT_WIDTH = 132;
    private static final double TEXT_WIDTH = 156;
    private static final double GAP_ACROSS = 64;
    private static final double GAP_DOWN = 20;

    private final Arranger otherwise;

    MindMapArranger(Arranger otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public Arrangement arrange(Diagram diagram, Theme theme) throws InterruptedException {
        var trees = Tree.of(diagram).orElse(List.of());
        return trees.size() == 1
                ? new Placing(theme).place(trees.getFirst())
                : otherwise.arrange(diagram, theme);
    }

    private static final class Placing {

        private final Theme theme;
        private final List<Shape> shapes = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();

        Placing(Theme theme) {
            this.theme = theme;
        }

        Arrangement place(Tree tree) {
            var text = TextBlock.wrap(tree.node(), ROOT_TEXT_WIDTH, theme.labelSize() + 2);
            var root =
                    Sized.around(tree.node().id(), Outline.CIRCLE, text, Tone.accent(0))
                            .centredAt(new Position(0, 0));
            shapes.add(root);

            var cut = cut(tree.branches());
            place(root, tree.branches().subList(0, cut), 1, 1);
            place(root, tree.branches().subList(cut, tree.branches().size()), 1 + cut, -1);
            return new Arrangement(shapes, lines, List.of());
        }

        /// Where the left half starts, so that both sides are about equally tall.
        private int cut(List<Tree> branches) {
            var half = branches.stream().mapToDouble(this::span).sum() / 2;
            double sum = 0;
            for (int i = 0; i < branches.size(); i++) {
                sum += span(branches.get(i));
                if (sum >= half) {
                    return i + 1;
                }
            }
            return branches.size();
        }

        private void place(Shape root, List<Tree> branches, int firstAccent, int side) {
            var top = -spanOf(branches) / 2;
            for (int i = 0; i < branches.size(); i++) {
                var tone = Tone.accent(firstAccent + i);
                place(root, branches.get(i), new Spot(top, side, tone, false));
                top += span(branches.get(i)) + GAP_DOWN;
            }
        }

        private void place(Shape parent, Tree tree, Spot spot) {
            var tone = spot.inner() ? spot.tone().as(Strength.SOFT) : spot.tone();
            var sized = sized(tree, tone);
            var inner = spot.side() > 0 ? parent.bounds().right() : parent.bounds().left();
            var near = inner + spot.side() * GAP_ACROSS;
            var middle = spot.top() + span(tree) / 2;
            var shape =
                    sized.at(
                            spot.side() > 0 ? near : near - sized.width(),
                            middle - sized.height() / 2);
            shapes.add(shape);
            lines.add(Lines.elbowAcross(parent, shape, inner + spot.side() * GAP_ACROSS / 2));

            var top = middle - spanOf(tree.branches()) / 2;
            for (var branch : tree.branches()) {
                place(shape, branch, new Spot(top, spot.side(), spot.tone(), true));
                top += span(branch) + GAP_DOWN;
            }
        }

        private double span(Tree tree) {
            var own = sized(tree, Tone.accent(0)).height();
            return Math.max(own, spanOf(tree.branches()));
        }

        private double spanOf(List<Tree> branches) {
            return branches.stream().mapToDouble(this::span).sum()
                    + Math.max(0, branches.size() - 1) * GAP_DOWN;
        }

        private Sized sized(Tree tree, Tone tone) {
            return Sized.box(tree.node(), theme.labelSize(), TEXT_WIDTH, tone);
        }
    }

    /// @param side 1 to the right of the root, -1 to its left
    /// @param inner whether it hangs from a branch, not from the root
    private record Spot(double top, int side, Tone tone, boolean inner) {}
}
