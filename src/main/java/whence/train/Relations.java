package whence.train;

/** Whether clips learn from clips related to them. */
public enum Relations {
  /** From mutual nearest neighbours by sound. The method. */
  MUTUAL_NEIGHBOURS,
  /** Only from themselves: inter-frame relations are off. */
  NONE
}
