package org.newsbag;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A harbour at dusk: a low sun, hills, a lighthouse on its mole, moored boats and their reflections. */
final class HarbourPicture {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int HORIZON = 372;
    private static final int SUN = 610;

    private static final Color[] SKY = {
        new Color(0x22335c), new Color(0x56548a), new Color(0xb46f8c), new Color(0xf0997a), new Color(0xffd79a)
    };
    private static final float[] SKY_STOPS = {0f, 0.34f, 0.62f, 0.84f, 1f};
    private static final Color LAMP = new Color(0xffdf9e);
    private static final Color HULL = new Color(0x191f36);

    private final Random random = new Random(1788);
    private final Graphics2D pen;

    private HarbourPicture(Graphics2D pen) {
        this.pen = pen;
    }

    static BufferedImage draw() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        var picture = new HarbourPicture(pen);
        picture.sky();
        picture.hills();
        picture.shoreLamps();
        picture.mole();
        picture.mirror(image);
        picture.ripples();
        picture.boats();
        picture.gulls();
        pen.dispose();
        return image;
    }

    private void sky() {
        pen.setPaint(new LinearGradientPaint(0, 0, 0, HORIZON, SKY_STOPS, SKY));
        pen.fillRect(0, 0, WIDTH, HORIZON);
        glow(SUN, HORIZON - 34, 330, new Color(0xffe2a8), 0.75f);
        for (int i = 0; i < 26; i++) cloud();
        pen.setColor(new Color(0xfff3cf));
        pen.fill(new Ellipse2D.Double(SUN - 33, HORIZON - 70, 66, 66));
        glow(SUN, HORIZON - 37, 90, new Color(0xfff0c4), 0.6f);
    }

    private void cloud() {
        double y = 60 + random.nextInt(250);
        double length = 130 + random.nextInt(300);
        double x = random.nextInt(WIDTH + 200) - 200;
        double thickness = 2 + random.nextDouble() * 7;
        var warmth = y / HORIZON;
        pen.setColor(new Color(
                (int) (120 + 130 * warmth),
                (int) (90 + 80 * warmth),
                (int) (140 - 20 * warmth),
                26 + random.nextInt(30)));
        for (int i = 0; i < 4; i++)
            pen.fill(new Ellipse2D.Double(x + i * length / 9, y + i * 1.6, length * (1 - i * 0.16), thickness));
    }

    private void hills() {
        hill(new Color(0x8d6688), 66, 0.0061, 0.4);
        hill(new Color(0x684f78), 44, 0.0098, 2.1);
        hill(new Color(0x3e3760), 24, 0.0161, 4.0);
    }

    private void hill(Color colour, double height, double pace, double phase) {
        var ridge = new Path2D.Double();
        ridge.moveTo(0, HORIZON);
        for (int x = 0; x <= WIDTH; x += 4) {
            // The bay opens where the sun goes down.
            double open = 1 - 0.92 * Math.exp(-Math.pow((x - SUN) / 210.0, 2));
            double wave = 0.62 + 0.27 * Math.sin(x * pace + phase) + 0.11 * Math.sin(x * pace * 3.7 + phase);
            ridge.lineTo(x, HORIZON - height * open * wave);
        }
        ridge.lineTo(WIDTH, HORIZON);
        ridge.closePath();
        pen.setColor(colour);
        pen.fill(ridge);
    }

    private void shoreLamps() {
        for (int i = 0; i < 34; i++) {
            double x = i < 22 ? random.nextInt(380) : 800 + random.nextInt(160);
            double y = HORIZON - 4 - random.nextInt(13);
            glow(x, y, 5, LAMP, 0.55f);
            pen.setColor(LAMP);
            pen.fill(new Ellipse2D.Double(x - 1, y - 1, 2, 2));
        }
    }

    /** The mole comes in from the right and ends in the lighthouse. */
    private void mole() {
        pen.setColor(new Color(0x262a47));
        pen.fill(polygon(768, HORIZON, 782, HORIZON - 15, WIDTH, HORIZON - 20, WIDTH, HORIZON));
        pen.setPaint(new LinearGradientPaint(794, 0, 826, 0, new float[] {0f, 0.45f, 1f}, new Color[] {
            new Color(0xf3c9a2), new Color(0xb28293), new Color(0x4d4468)
        }));
        pen.fill(polygon(794, HORIZON - 14, 801, 226, 820, 226, 827, HORIZON - 14));
        pen.setColor(new Color(0xa63f45));
        pen.fill(polygon(797.4, 294, 799, 268, 822, 268, 823.6, 294));
        pen.setColor(new Color(0x20233d));
        pen.fill(new Rectangle2D.Double(796, 221, 29, 5));
        pen.fill(polygon(799, 204, 810.5, 190, 822, 204));
        pen.setColor(new Color(0xffefb8));
        pen.fill(new Rectangle2D.Double(802, 204, 17, 17));
        glow(810.5, 212, 74, new Color(0xffe9ae), 0.85f);
        for (int x = 852; x < WIDTH; x += 36) lampPost(x);
    }

    private void lampPost(int x) {
        pen.setColor(new Color(0x20233d));
        pen.setStroke(new BasicStroke(1.6f));
        pen.draw(polygon(x, HORIZON - 16, x, HORIZON - 42));
        pen.setColor(LAMP);
        pen.fill(new Ellipse2D.Double(x - 2.4, HORIZON - 46, 4.8, 4.8));
        glow(x, HORIZON - 43.6, 20, LAMP, 0.8f);
    }

    /** The water is what stands above it upside down, shifted line by line and darker towards the shore before us. */
    private void mirror(BufferedImage image) {
        for (int y = HORIZON; y < HEIGHT; y++) {
            int depth = y - HORIZON;
            int source = Math.max(0, HORIZON - 1 - (int) (depth * 1.22));
            double swell = depth * 0.045 * Math.sin(depth * 0.55) + 1.5 * Math.sin(depth * 1.9);
            double dark = 0.86 - 0.36 * depth / (HEIGHT - HORIZON);
            for (int x = 0; x < WIDTH; x++) {
                int from = Math.min(WIDTH - 1, Math.max(0, (int) (x + swell)));
                image.setRGB(x, y, shaded(image.getRGB(from, source), dark));
            }
        }
    }

    private static int shaded(int rgb, double light) {
        int red = (int) ((rgb >> 16 & 0xff) * light);
        int green = (int) ((rgb >> 8 & 0xff) * light * 0.99);
        int blue = (int) Math.min(255, (rgb & 0xff) * light + 12);
        return red << 16 | green << 8 | blue;
    }

    private void ripples() {
        for (int i = 0; i < 520; i++) {
            double depth = Math.pow(random.nextDouble(), 1.6);
            double y = HORIZON + 3 + depth * (HEIGHT - HORIZON);
            double length = 6 + 46 * depth * random.nextDouble();
            pen.setColor(new Color(24, 28, 58, 18 + random.nextInt(28)));
            pen.fill(new Ellipse2D.Double(random.nextInt(WIDTH), y, length, 0.9 + 1.7 * depth));
        }
        for (int i = 0; i < 230; i++) {
            double depth = Math.pow(random.nextDouble(), 1.3);
            double y = HORIZON + 2 + depth * (HEIGHT - HORIZON);
            double x = SUN + random.nextGaussian() * (16 + 46 * depth);
            pen.setColor(new Color(255, 224, 160, 60 + random.nextInt(110)));
            pen.fill(new Ellipse2D.Double(x, y, 8 + 26 * depth * random.nextDouble(), 1 + 1.5 * depth));
        }
    }

    private void boats() {
        sailingBoat(438, 412, 0.62);
        sailingBoat(688, 426, 0.74);
        fishingBoat(560, 470, 0.9);
        sailingBoat(352, 488, 1.16);
        fishingBoat(86, 554, 1.55);
    }

    private void fishingBoat(double x, double y, double scale) {
        at(x, y, scale, () -> {
            shadow(150);
            pen.setColor(HULL);
            pen.fill(hull(150));
            pen.setColor(new Color(0x8c3b45));
            pen.fill(polygon(4, -21, 146, -21, 145, -17, 6, -17));
            pen.setColor(new Color(0x2d3152));
            pen.fill(polygon(84, -24, 86, -56, 122, -56, 126, -24));
            pen.setColor(LAMP);
            pen.fill(new Rectangle2D.Double(91, -50, 11, 10));
            pen.fill(new Rectangle2D.Double(106, -50, 11, 10));
            glow(104, -45, 36, LAMP, 0.55f);
            rigging(52, -106, 4, 140);
            glow(52, -106, 13, LAMP, 0.9f);
        });
    }

    private void sailingBoat(double x, double y, double scale) {
        at(x, y, scale, () -> {
            shadow(120);
            pen.setColor(HULL);
            pen.fill(hull(120));
            pen.setColor(new Color(0xd9a48c));
            pen.fill(polygon(5, -21, 116, -21, 115, -18.5, 6, -18.5));
            rigging(58, -138, 2, 116);
            pen.setColor(new Color(0x2d3152));
            pen.fill(new Ellipse2D.Double(58, -34, 48, 6));
        });
    }

    private void at(double x, double y, double scale, Runnable drawing) {
        AffineTransform before = pen.getTransform();
        pen.translate(x, y);
        pen.scale(scale, scale);
        drawing.run();
        pen.setTransform(before);
    }

    private static Path2D hull(double length) {
        var hull = new Path2D.Double();
        hull.moveTo(-4, -27);
        hull.quadTo(length * 0.4, -16, length + 6, -25);
        hull.quadTo(length - 4, -4, length - 14, 0);
        hull.lineTo(14, 0);
        hull.quadTo(2, -8, -4, -27);
        hull.closePath();
        return hull;
    }

    private void shadow(double length) {
        for (int i = 0; i < 11; i++) {
            pen.setColor(new Color(14, 17, 38, 150 - i * 13));
            double shift = 3.5 * Math.sin(i * 2.3);
            pen.fill(new Ellipse2D.Double(8 + shift + i * 1.5, -3 + i * 3.4, length - 18 - i * 3, 4));
        }
    }

    private void rigging(double mast, double top, double bow, double stern) {
        pen.setColor(HULL);
        pen.setStroke(new BasicStroke(2.4f));
        pen.draw(polygon(mast, -20, mast, top));
        pen.setStroke(new BasicStroke(0.7f));
        pen.draw(polygon(mast, top, bow, -22));
        pen.draw(polygon(mast, top, stern, -22));
    }

    private void gulls() {
        pen.setColor(new Color(0x2b2c4c));
        pen.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        int[][] flock = {{250, 150, 13}, {292, 132, 10}, {322, 166, 9}, {488, 208, 8}, {690, 118, 11}};
        for (int[] gull : flock) {
            var wings = new Path2D.Double();
            wings.moveTo(gull[0] - gull[2], gull[1] - gull[2] * 0.3);
            wings.quadTo(gull[0] - gull[2] * 0.4, gull[1] - gull[2] * 0.6, gull[0], gull[1]);
            wings.quadTo(gull[0] + gull[2] * 0.4, gull[1] - gull[2] * 0.6, gull[0] + gull[2], gull[1] - gull[2] * 0.2);
            pen.draw(wings);
        }
    }

    private void glow(double x, double y, double radius, Color colour, float strength) {
        var before = pen.getComposite();
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, strength));
        var clear = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        var soft = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90);
        pen.setPaint(new RadialGradientPaint(
                new Point2D.Double(x, y),
                (float) radius,
                new float[] {0f, 0.35f, 1f},
                new Color[] {colour, soft, clear},
                CycleMethod.NO_CYCLE));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        pen.setComposite(before);
    }

    private static Path2D polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) path.lineTo(points[i], points[i + 1]);
        if (points.length > 4) path.closePath();
        return path;
    }
}
