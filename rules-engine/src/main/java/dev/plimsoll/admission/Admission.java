package dev.plimsoll.admission;

import dev.plimsoll.admission.AdmissionResult.Admitted;
import dev.plimsoll.admission.AdmissionResult.Refused;
import dev.plimsoll.admission.AdmissionResult.Unknown;
import dev.plimsoll.cel.KubernetesVersion;
import dev.plimsoll.document.Document;
import dev.plimsoll.document.MapNode;
import dev.plimsoll.policy.FieldError;
import dev.plimsoll.resources.GroupVersionKind;
import dev.plimsoll.resources.RestMapping;
import dev.plimsoll.resources.StructType;
import dev.plimsoll.resources.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What kube-apiserver does to an object that is to be created, up to where policies see it: decode,
 * default, mutate by the plugins that are on by default, prepare, validate, encode. What only a
 * server can know has a {@link StandIns stand-in}.
 */
public final class Admission {
  private final KubernetesVersion version;
  private final boolean stored;
  private final boolean validating;

  private Admission(KubernetesVersion version, boolean stored, boolean validating) {
    this.version = version;
    this.stored = stored;
    this.validating = validating;
  }

  /** Returns admission up to where policies judge, without the API server's own validation. */
  public static Admission withoutValidation(KubernetesVersion version) {
    return new Admission(version, false, false);
  }

  /** Returns admission up to where policies and webhooks judge. */
  public static Admission forPolicies(KubernetesVersion version) {
    return new Admission(version, false, true);
  }

  /**
   * Returns admission up to the API server's answer. Storing an object defaults it once more, and
   * so copies the labels that a Job's template was given to the Job itself.
   */
  public static Admission asAnswered(KubernetesVersion version) {
    return new Admission(version, true, true);
  }

  /** Admits a document, whose root is a mapping, with the problems of its reading. */
  public AdmissionResult admit(Document document, MapNode object) {
    var duplicates = Duplicates.in(document, object);
    var result = admit(object);
    if (duplicates.isEmpty()) {
      return result;
    }
    var problems = new ArrayList<>(duplicates);
    problems.addAll(result.problems());
    return switch (result) {
      case Admitted admitted -> new Admitted(admitted.object(), problems);
      case Refused refused ->
          new Refused(
              refused.code(), refused.reason(), refused.message(), refused.causes(), problems);
      case Unknown unknown -> unknown;
    };
  }

  /** Admits an object that is to be created. */
  public AdmissionResult admit(MapNode object) {
    if (!(object.get("apiVersion") instanceof String apiVersion)
        || !(object.get("kind") instanceof String kindName)) {
      return new Unknown(object, "the object has no apiVersion or no kind");
    }
    var kind = GroupVersionKind.of(apiVersion, kindName);
    var resource = RestMapping.builtIn().resource(kind);
    var type = TypeFacts.of(version.minor()).kind(kind);
    if (type.isEmpty() || resource.isEmpty() || !resource.get().served()) {
      return new Unknown(
          object,
          "%s of %s is no kind that Kubernetes %s serves itself"
              .formatted(kindName, apiVersion, version));
    }
    return admit(object, kind, resource.get(), type.get());
  }

  private AdmissionResult admit(
      MapNode object, GroupVersionKind kind, RestMapping.Resource resource, StructType type) {
    return switch (Decoder.decode(object, type)) {
      case Decoding.Undecodable undecodable -> unreadable(kind, undecodable);
      case Decoding.Decoded(var decoded, var problems) -> {
        ObjectMeta.received(decoded, resource.namespaced());
        Defaults.apply(decoded);
        Plugins.mutate(decoded);
        ObjectMeta.created(decoded, kind);
        CreateStrategies.prepare(decoded);
        List<FieldError> causes = validating ? Validation.validate(decoded) : List.of();
        if (stored) {
          Storage.roundTrip(decoded);
        }
        yield causes.isEmpty()
            ? new Admitted(Encoder.encode(decoded), problems)
            : invalid(decoded, kind, causes, problems);
      }
    };
  }

  private static Refused unreadable(GroupVersionKind kind, Decoding.Undecodable undecodable) {
    var cause = new FieldError(undecodable.path(), "FieldValueTypeInvalid", undecodable.message());
    var message =
        "%s in version \"%s\" cannot be handled as a %s: %s"
            .formatted(kind.kind(), kind.version(), kind.kind(), undecodable.message());
    return new Refused(400, "BadRequest", message, List.of(cause), List.of());
  }

  private static Refused invalid(
      Struct object, GroupVersionKind kind, List<FieldError> causes, List<StrictProblem> problems) {
    var name = object.make("metadata").text("name");
    var all = causes.stream().map(FieldError::toString).distinct().toList();
    var text =
        all.size() == 1 ? all.getFirst() : all.stream().collect(Collectors.joining(", ", "[", "]"));
    var kindName = kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group();
    return new Refused(
        422,
        "Invalid",
        "%s \"%s\" is invalid: %s".formatted(kindName, name, text),
        causes,
        problems);
  }
}
