package dev.plimsoll.admission;

import java.util.Map;
import java.util.function.Consumer;

/** The defaults of volumes: pkg/apis/core/v1/defaults.go and the +default marks of the types. */
final class VolumeDefaults {
  private static final long MODE = 0644;

  static final Map<String, Consumer<Struct>> ALL =
      Map.ofEntries(
          Map.entry("core/v1.Volume", VolumeDefaults::volume),
          Map.entry("core/v1.SecretVolumeSource", VolumeDefaults::mode),
          Map.entry("core/v1.ConfigMapVolumeSource", VolumeDefaults::mode),
          Map.entry("core/v1.DownwardAPIVolumeSource", VolumeDefaults::mode),
          Map.entry("core/v1.ProjectedVolumeSource", VolumeDefaults::mode),
          Map.entry(
              "core/v1.ServiceAccountTokenProjection",
              token -> token.setDefault("expirationSeconds", 3600L)),
          Map.entry("core/v1.HostPathVolumeSource", path -> path.setDefault("type", "")),
          Map.entry("core/v1.RBDVolumeSource", VolumeDefaults::rbd),
          Map.entry("core/v1.RBDPersistentVolumeSource", VolumeDefaults::rbd),
          Map.entry("core/v1.ISCSIVolumeSource", VolumeDefaults::iscsi),
          Map.entry("core/v1.ISCSIPersistentVolumeSource", VolumeDefaults::iscsi),
          Map.entry("core/v1.AzureDiskVolumeSource", VolumeDefaults::azureDisk),
          Map.entry("core/v1.ScaleIOVolumeSource", VolumeDefaults::scaleIo),
          Map.entry("core/v1.ScaleIOPersistentVolumeSource", VolumeDefaults::scaleIo));

  private VolumeDefaults() {}

  private static void volume(Struct volume) {
    boolean hasSource = false;
    for (var field : volume.type.fields()) {
      hasSource |= field.type().pointer() && volume.has(field.name());
    }
    if (!hasSource) {
      volume.make("emptyDir");
    }
    var image = volume.struct("image");
    if (image != null) {
      image.setDefault("pullPolicy", PodDefaults.pullPolicy(image.text("reference")));
    }
  }

  private static void mode(Struct source) {
    source.setDefault("defaultMode", MODE);
  }

  private static void rbd(Struct source) {
    source.setDefault("pool", "rbd");
    source.setDefault("user", "admin");
    source.setDefault("keyring", "/etc/ceph/keyring");
  }

  private static void iscsi(Struct source) {
    source.setDefault("iscsiInterface", "default");
  }

  private static void azureDisk(Struct source) {
    source.setDefault("cachingMode", "ReadWrite");
    source.setDefault("fsType", "ext4");
    source.setDefault("readOnly", false);
    source.setDefault("kind", "Shared");
  }

  private static void scaleIo(Struct source) {
    source.setDefault("storageMode", "ThinProvisioned");
    source.setDefault("fsType", "xfs");
  }
}
