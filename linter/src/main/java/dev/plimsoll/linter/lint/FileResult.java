package dev.plimsoll.linter.lint;

import dev.plimsoll.document.Document;
import java.util.ArrayList;
import java.util.List;

/** What a file, or a document of it, came to. Belongs to one thread while it is filled. */
final class FileResult {

  private final List<Finding> findings = new ArrayList<>();
  private final List<NotChecked> notChecked = new ArrayList<>(0);
  private final List<Document> waiting = new ArrayList<>(0);
  private int resources;
  private boolean unreadable;

  List<Finding> findings() {
    return findings;
  }

  List<NotChecked> notChecked() {
    return notChecked;
  }

  /** Returns the documents that can be judged only when all files are read. */
  List<Document> waiting() {
    return waiting;
  }

  /** Returns how many objects were judged. */
  int resources() {
    return resources;
  }

  boolean unreadable() {
    return unreadable;
  }

  void unreadable(Finding finding) {
    findings.add(finding);
    unreadable = true;
  }

  void judged(int objects) {
    resources += objects;
  }

  void add(FileResult other) {
    findings.addAll(other.findings);
    notChecked.addAll(other.notChecked);
    waiting.addAll(other.waiting);
    resources += other.resources;
    unreadable |= other.unreadable;
  }
}
