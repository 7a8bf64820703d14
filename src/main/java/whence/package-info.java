/**
 * Where in a picture a sound comes from, learned without labels by iterative contrastive learning.
 *
 * <p>One word and one symbol for each quantity, everywhere in this library:
 *
 * <table>
 *   <caption>Glossary</caption>
 *   <tr><th>Symbol</th><th>Meaning</th></tr>
 *   <tr><td>N</td><td>batch size, in clips</td></tr>
 *   <tr><td>C</td><td>embedding width (D where a trunk feature's width is meant)</td></tr>
 *   <tr><td>H, W</td><td>height and width in image pixels</td></tr>
 *   <tr><td>h, w</td><td>height and width in grid cells</td></tr>
 *   <tr><td>M</td><td>number of mel bands</td></tr>
 *   <tr><td>T</td><td>number of spectrogram frames</td></tr>
 *   <tr><td>u</td><td>a grid cell</td></tr>
 *   <tr><td>S_ij(u)</td><td>correlation (cosine) of image i at cell u with sound j</td></tr>
 *   <tr><td>tau</td><td>temperature of a contrastive loss</td></tr>
 *   <tr><td>P_i</td><td>the clips related to clip i, i included</td></tr>
 *   <tr><td>iteration t</td><td>one round of training under fixed pseudo-labels; t = 0 is plain contrastive</td></tr>
 *   <tr><td>sounding region</td><td>where the audible object is; the rest is non-sounding</td></tr>
 *   <tr><td>intra-frame sampling</td><td>learning from cells of the clip's own frame</td></tr>
 *   <tr><td>inter-frame relation</td><td>learning from clips whose sounds are alike</td></tr>
 *   <tr><td>cIoU</td><td>consensus intersection over union of one clip</td></tr>
 *   <tr><td>success rate at 0.5</td><td>share of clips whose cIoU is at least 0.5 (papers print it as "cIoU")</td></tr>
 *   <tr><td>AUC</td><td>area under the curve of success rate against threshold</td></tr>
 * </table>
 *
 * <p>Data flows one way through the packages: {@code media} and {@code signal} make clips ({@code
 * data}), {@code model} and {@code loss} make graphs on {@code engine}, {@code label} draws
 * pseudo-labels, {@code train} learns from them, {@code localize} and {@code evaluate} judge,
 * {@code experiment} wires a run, and {@code figure}, {@code notebook} and {@code cli} show it.
 */
@NullMarked
package whence;

import org.jspecify.annotations.NullMarked;
