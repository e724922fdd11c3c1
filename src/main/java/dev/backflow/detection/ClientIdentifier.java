package dev.backflow.detection;

import org.jspecify.annotations.Nullable;

/**
 * Tells which client a process is by what the record says of its image: cheap, for it is asked of
 * every process there is. What only the arguments give away, {@link ShapeIdentifier} finds.
 */
final class ClientIdentifier {
  private final Knowledge knowledge;

  ClientIdentifier(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Returns the client, or null.
   *
   * @param simpleName the image's simple name, or the first argument's where the image is not known
   */
  @Nullable Identified identify(Subject subject, String simpleName) {
    Client byName = ImageName.client(simpleName);
    Client byResource = VersionResource.client(subject, simpleName);
    if (byResource != null) {
      return byResource(byName, byResource);
    }
    if (byName != null) {
      return new Identified(byName, Detection.Identification.IMAGE_NAME);
    }
    boolean seen = subject.sha256() != null && knowledge.seenAsSsh(subject.sha256());
    return seen ? new Identified(Client.SSH, Detection.Identification.VERSION_RESOURCE) : null;
  }

  private static Identified byResource(@Nullable Client byName, Client byResource) {
    if (byName != null && (byName == byResource || keepsResourceOf(byName, byResource))) {
      return new Identified(byName, Detection.Identification.IMAGE_NAME);
    }
    return new Identified(byResource, Detection.Identification.VERSION_RESOURCE);
  }

  /** KiTTY's tools keep PuTTY's version resources (cyd01/KiTTY plink.rc). */
  private static boolean keepsResourceOf(Client kitty, Client putty) {
    return (kitty == Client.KLINK && putty == Client.PLINK)
        || (kitty == Client.KITTY && putty == Client.PUTTY);
  }
}
