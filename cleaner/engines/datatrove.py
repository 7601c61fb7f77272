"""A step of a datatrove pipeline: documents go on with clean texts, what was removed goes to a writer."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.batching import batched

from cleaner.document import Cleaning
from cleaner.engines.arrow import loaded
from cleaner.run import Model
from cleaner.settings import Settings


class Cleaner(PipelineStep):  # type: ignore[misc]
    """Clean the text of every document; with `findings_writer`, write those that changed as they were, with findings.

    >>> LocalPipelineExecutor([JsonlReader("in"), Cleaner(), JsonlWriter("out")])  # doctest: +SKIP

    Statistics: documents, changed, removed characters, and findings by label.
    """

    name, type = "cleaner", "✂️ - EDITOR"

    def __init__(
        self,
        model: Model | str | Path | None = None,
        settings: Settings | None = None,
        findings_writer: Any = None,
        batch_size: int = 256,
        profile: str | Path | None = None,
    ) -> None:
        super().__init__()
        self.model, self.settings, self.profile = model, settings, profile
        self.findings_writer, self.batch_size = findings_writer, batch_size

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Yield the documents with clean texts."""
        model = loaded(self.model, self.profile)
        with self.findings_writer or nullcontext() as writer:
            for batch in batched(data, self.batch_size):
                with self.track_time("batch"):
                    cleanings = model.clean_batch([document.text for document in batch], self.settings)
                for document, cleaning in zip(batch, cleanings, strict=True):
                    self.stat_update("documents")
                    if cleaning.changed:
                        self.stat_update("changed", *(f"found_{finding.label}" for finding in cleaning.findings))
                        self.stat_update("removed_characters", value=cleaning.removed_chars)
                        if writer:
                            writer.write(_with_findings(document, cleaning), rank)
                    document.text = cleaning.text
                    self.update_doc_stats(document)
                    yield document


def _with_findings(document: Document, cleaning: Cleaning) -> Document:
    found = [[finding.start, finding.stop, finding.label.value, finding.score] for finding in cleaning.findings]
    return Document(document.text, document.id, metadata={**document.metadata, "findings": found})
