package dev.backflow.detection;

/** What a deployment has learned from other events and a single line cannot show. */
public interface Knowledge {
  /** A deployment that has learned nothing yet. */
  Knowledge NONE =
      new Knowledge() {
        @Override
        public boolean seenAsSsh(String sha256) {
          return false;
        }

        @Override
        public boolean sessionForwards(String hostId, String session) {
          return false;
        }
      };

  /** Returns whether an image with this SHA-256 has been seen under the name ssh.exe. */
  boolean seenAsSsh(String sha256);

  /**
   * Returns whether a saved PuTTY session of this name on this host is known to hold port forwards.
   *
   * @param hostId the host's id as the source gives it; empty when no host is known
   */
  boolean sessionForwards(String hostId, String session);
}
