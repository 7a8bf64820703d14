package whence.figure;

import java.awt.Color;

/**
 * The colours of every figure. They are told apart with every common colour vision deficiency, and
 * no figure relies on colour alone.
 *
 * <p>Source of the hues: M. Okabe and K. Ito, "Color universal design: how to make figures and
 * presentations that are friendly to colorblind people", 2002, revised 2008.
 */
public enum Palette {
  /** The model. */
  BLUE(0x0072B2),
  /** The frozen-label control. */
  VERMILLION(0xD55E00),
  /** The swapped-sound control. */
  GREEN(0x009E73),
  /** Further series. */
  ORANGE(0xE69F00),
  /** Further series. */
  SKY(0x56B4E9),
  /** Further series. */
  PURPLE(0xCC79A7),
  /** Text and outlines. */
  INK(0x1A1A1A),
  /** Rules, axes, secondary text. */
  GREY(0x6E6E6E),
  /** Grid lines. */
  FAINT(0xDDDDDD),
  /** Background, and halos around lines on photographs. */
  PAPER(0xFFFFFF);

  /** How many series have a colour of their own. */
  public static final int SERIES = 6;

  private static final Palette[] OF_SERIES = {BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY};

  private final Color colour;

  Palette(int rgb) {
    colour = new Color(rgb);
  }

  /** The opaque colour, sRGB. */
  public Color colour() {
    return colour;
  }

  /**
   * The colour of a series of a plot; beyond {@value #SERIES} they repeat.
   *
   * @param index at least 0
   */
  public static Palette ofSeries(int index) {
    return OF_SERIES[index % SERIES];
  }

  /** The colour at an opacity in [0, 1]. */
  public Color at(double opacity) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
  }
}
