package dev.plimsoll.linter.dockerfile.resource;

import dev.plimsoll.document.MapNode;
import dev.plimsoll.linter.dockerfile.ImageReference;
import dev.plimsoll.linter.dockerfile.Word;

/** The base image of a FROM. */
final class ImageNode {

  private static final Word NOWHERE = new Word("", -1, -1);

  static final MapNode NONE = of(NOWHERE, "", -1);

  private ImageNode() {}

  /**
   * @param word the image as written
   * @param expanded with the default values of its variables
   * @param stage the stage of this file that it names, or -1
   */
  static MapNode of(Word word, String expanded, int stage) {
    var image = ImageReference.parse(expanded);
    String repository = image.repository();
    return new Fields()
        .put("written", word.text(), word)
        .put("reference", expanded, word)
        .put("registry", image.registry(), word)
        .put("repository", repository, word)
        .put("name", repository.substring(repository.lastIndexOf('/') + 1), word)
        .put("tag", image.tag(), word)
        .put("digest", image.digest(), word)
        .put("variable", word.text().indexOf('$') >= 0, word)
        .put("valid", ImageReference.isValid(expanded), word)
        .put("scratch", expanded.equals("scratch"), word)
        .put("stage", Long.valueOf(stage), word)
        .build();
  }
}
