package dev.atelier.bootstrap.quality;

import dev.atelier.domain.canvas.CanvasObject.Text;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Objects that get in one another's way. One that lies wholly on another, painted after it, does
/// not, unless it hides text.
final class Overlaps {

    /// In canvas units: nobody sees less.
    private static final double UNSEEN = 1;

    private Overlaps() {}

    /// @param prints in the order in which they are painted
    static List<String> in(List<Print> prints) {
        var found = new ArrayList<String>();
        for (int upper = 1; upper < prints.size(); upper++) {
            for (int lower = 0; lower < upper; lower++) {
                if (collide(prints.get(lower), prints.get(upper))) {
                    found.add(prints.get(lower).id() + " + " + prints.get(upper).id());
                }
            }
        }
        return found;
    }

    private static boolean collide(Print lower, Print upper) {
        if (!isSeen(bounds(lower).createIntersection(bounds(upper)))) {
            return false;
        }
        var common = lower.area();
        common.intersect(upper.area());
        if (common.isEmpty() || !isSeen(common.getBounds2D())) {
            return false;
        }
        return !liesOn(upper.outline(), lower.outline()) || hidesText(upper, lower);
    }

    private static Rectangle2D bounds(Print print) {
        return print.outline().getBounds2D();
    }

    private static boolean isSeen(Rectangle2D common) {
        return common.getWidth() > UNSEEN && common.getHeight() > UNSEEN;
    }

    private static boolean liesOn(Shape upper, Shape lower) {
        var rest = new Area(upper);
        rest.subtract(new Area(lower));
        return rest.isEmpty() || !isSeen(rest.getBounds2D()) || isSliver(rest, upper);
    }

    /// What two curves leave between them where they should be the same.
    private static boolean isSliver(Area rest, Shape upper) {
        var shrunk = upper.getBounds2D();
        shrunk.setRect(
                shrunk.getX() + UNSEEN,
                shrunk.getY() + UNSEEN,
                Math.max(0, shrunk.getWidth() - 2 * UNSEEN),
                Math.max(0, shrunk.getHeight() - 2 * UNSEEN));
        rest.intersect(new Area(shrunk));
        return rest.isEmpty();
    }

    /// Free text hides nothing but other text.
    private static boolean hidesText(Print upper, Print lower) {
        var covers = upper.object() instanceof Text ? upper.lines() : List.of(upper.outline());
        return lower.lines().stream()
                .anyMatch(
                        line -> covers.stream().anyMatch(cover -> cover.intersects(inside(line))));
    }

    private static Rectangle2D inside(Rectangle2D line) {
        return new Rectangle2D.Double(
                line.getX() + UNSEEN,
                line.getY() + UNSEEN,
                Math.max(UNSEEN, line.getWidth() - 2 * UNSEEN),
                Math.max(UNSEEN, line.getHeight() - 2 * UNSEEN));
    }
}
