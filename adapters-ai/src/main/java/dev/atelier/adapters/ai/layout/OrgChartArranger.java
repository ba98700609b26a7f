package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.domain.diagram.Diagram;

import java.util.ArrayList;
import java.util.List;

/// Arranges trees from the top down: equal boxes, a level per generation, every head in the middle
/// above its own people. Where that would make a very wide chart, people without people of their
/// own stand below one another. What is no tree is left to another arranger.
final class OrgChartArranger implements Arranger {

    private static final double TEXT_WIDTH = 148;
    private static final double GAP_ACROSS = 32;
    private static final double GAP_BETWEEN_TREES = 64;
    private static final double GAP_DOWN = 64;
    private static final double GAP_IN_TEAM = 20;
    private static final double INDENT = 36;
    private static final double WIDEST = 2000;

    private final Arranger otherwise;

    OrgChartArranger(Arranger otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public Arrangement arrange(Diagram diagram, Theme theme) throws InterruptedException {
        var trees = Tree.of(diagram);
        return trees.isPresent()
                ? new Placing(diagram, theme).place(trees.get())
                : otherwise.arrange(diagram, theme);
    }

    /// One run, from left to right.
    private static final class Placing {

        private final Theme theme;
        private final double width;
        private final double height;
        private boolean stacksTeams;
        private final List<Shape> shapes = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();

        Placing(Diagram diagram, Theme theme) {
            this.theme = theme;
            var sizes =
                    diagram.nodes().stream()
                            .map(node -> Sized.box(node, theme.labelSize(), TEXT_WIDTH, toneAt(0)))
                            .toList();
            this.width = sizes.stream().mapToDouble(Sized::width).max().orElse(0);
            this.height = sizes.stream().mapToDouble(Sized::height).max().orElse(0);
        }

        Arrangement place(List<Tree> trees) {
            stacksTeams = trees.stream().mapToDouble(this::span).sum() > WIDEST;
            double left = 0;
            for (var tree : trees) {
                place(tree, 0, left);
                left += span(tree) + GAP_BETWEEN_TREES;
            }
            return new Arrangement(shapes, lines, List.of());
        }

        private Shape place(Tree tree, int level, double left) {
            var top = level * (height + GAP_DOWN);
            if (isStacked(tree)) {
                return stack(tree, level, left, top);
            }
            var at = shapes.size();
            var below = new ArrayList<Shape>();
            var childLeft = left + (span(tree) - spanOf(tree.branches())) / 2;
            for (var branch : tree.branches()) {
                below.add(place(branch, level + 1, childLeft));
                childLeft += span(branch) + GAP_ACROSS;
            }
            var middle =
                    below.isEmpty()
                            ? left + span(tree) / 2
                            : (Lines.middleX(below.get((below.size() - 1) / 2))
                                            + Lines.middleX(below.get(below.size() / 2)))
                                    / 2;
            var shape = sized(tree, level).at(middle - width / 2, top);
            shapes.add(at, shape);
            below.forEach(
                    child -> lines.add(Lines.elbowDown(shape, child, top + height + GAP_DOWN / 2)));
            return shape;
        }

        private boolean isStacked(Tree tree) {
            return stacksTeams
                    && tree.branches().size() > 1
                    && tree.branches().stream().allMatch(it -> it.branches().isEmpty());
        }

        private Shape stack(Tree tree, int level, double left, double top) {
            var head = sized(tree, level).at(left, top);
            shapes.add(head);
            var next = top + height + GAP_DOWN / 2;
            for (var branch : tree.branches()) {
                var member = sized(branch, level + 1).at(left + INDENT, next);
                shapes.add(member);
                lines.add(Lines.elbowInto(head, member, left + INDENT / 2));
                next += height + GAP_IN_TEAM;
            }
            return head;
        }

        private Sized sized(Tree tree, int level) {
            return Sized.box(tree.node(), theme.labelSize(), TEXT_WIDTH, toneAt(level))
                    .widened(width)
                    .heightened(height);
        }

        private static Tone toneAt(int level) {
            return Tone.accent(level);
        }

        private double span(Tree tree) {
            return isStacked(tree) ? width + INDENT : Math.max(width, spanOf(tree.branches()));
        }

        private double spanOf(List<Tree> branches) {
            return branches.stream().mapToDouble(this::span).sum()
                    + Math.max(0, branches.size() - 1) * GAP_ACROSS;
        }
    }
}
