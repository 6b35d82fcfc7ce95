#!/usr/bin/env python3
"""Learns the classifiers of Resources/classifiers from the drafts of Evaluation/drafts/seen.

    scripts/learn.py [ja|en]        writes the tables and prints how they do on hands they have not learned from
    scripts/learn.py --measure      prints only

A classifier is a logistic regression over the grams of the whole text, and one over the grams of a sentence; the
text's sum is the first one's plus the best sentence's of the second, less what another one's best sentence says against
it where there is such a one. Their shares are learned from drafts of batches that none had seen, and so are the figures. docs/decisions/014 says why it is done so. The program itself reads the
drafts (`evaluate-checks grams`), so that it learns from what it will see.

Needs Python 3 with scikit-learn and PyYAML (Debian: python3-sklearn, python3-yaml).
"""

import collections
import glob
import pathlib
import re
import subprocess
import sys
import unicodedata

import numpy as np
import yaml
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build/release/evaluate-checks"
CLASSIFIERS = ["blame", "negative", "private", "sponsorship", "borrowed", "care", "learning", "next-step"]
# Of these the sentences alone are learned, and what they say for themselves is taken away from the other's sum.
AGAINST = {"blame": "own-part"}
LABELS = {"learning": ("learning", "learning_mark"), "next-step": ("next_step", "next_mark")}

# A gram in fewer drafts says more of them than of writing.
FEWEST = {"ja": 4, "en": 3}
# As many grams for each classifier as still change something: a quarter of these costs two points in a hundred.
MOST_GRAMS = {"ja": 20000, "en": 40000}
# What the weights are divided by, so that one strength of regularization fits both.
TEXT_SCALE, SENTENCE_SCALE, STRENGTH = 60, 20, 10
# The program weakens a text's sum above so many letters of Japanese or words of English, by the square root: in a long
# text everything is there somewhere. (Classifiers.swift has the same figures.)
SHORT = {"ja": 300, "en": 120}
# Among many sentences the best one is better by chance: how much is learned too.
FEW_SENTENCES = 8
FOLDS = 8
# What speaks against something is heard from this sum of its best sentence on, in logits.
UNHEARD = -1


class Corpus:
    """The drafts of one language, with the grams of their sentences."""

    def __init__(self, language):
        paths = sorted(glob.glob(f"{ROOT}/Evaluation/drafts/seen/{language}-*.yml"))
        self.drafts, self.batches = [], []
        for path in paths:
            for draft in yaml.load(open(path, encoding="utf-8"), Loader=yaml.CSafeLoader):
                self.drafts.append(draft)
                self.batches.append(batch(pathlib.Path(path).stem))
        self.batches = np.array(self.batches)
        self.sentences, self.owners = [], []
        numbers = {str(draft["id"]): number for number, draft in enumerate(self.drafts)}
        self.lengths = np.zeros(len(self.drafts))
        kinds = [f"is|{draft.get('kind', 'free')}" for draft in self.drafts]
        self.texts = [{kind} for kind in kinds]
        out = subprocess.run([TOOL, "grams", *paths], capture_output=True, text=True, cwd=ROOT, check=True).stdout
        for line in out.splitlines():
            if not line.startswith("\t"):
                number = numbers[line]
                continue
            _, length, sentence, *own = line.split("\t")
            self.texts[number].update(gram for gram in own if not gram.startswith("is|"))
            self.sentences.append((sentence, set(own) | {kinds[number]}))
            self.lengths[number] += int(length)
            self.owners.append(number)
        self.owners = np.array(self.owners)
        counts = np.bincount(self.owners, minlength=len(self.drafts))
        self.longer = np.log(np.maximum(counts / FEW_SENTENCES, 1))
        self.shorter = np.column_stack([counts == 1, counts == 2])

    def labels(self, classifier):
        """1, 0, or -1 where a draft has no label."""
        return np.array([label(draft, classifier) for draft in self.drafts])

    def sentence_labels(self, classifier, labels):
        """1 for a sentence that was marked, 0 for any of a draft without the label, -1 where nobody said."""
        marks = [squashed(mark(draft, classifier)) for draft in self.drafts]
        lengths = collections.Counter(self.owners)
        result = np.full(len(self.sentences), -1)
        for number, (sentence, _) in enumerate(self.sentences):
            owner = self.owners[number]
            words = squashed(sentence)
            if labels[owner] == 0:
                result[number] = 0
            elif labels[owner] == 1 and lengths[owner] == 1:
                result[number] = 1
            elif labels[owner] == 1 and words and marks[owner]:
                result[number] = 1 if words in marks[owner] or marks[owner] in words else -1
        return result


def batch(stem):
    """Drafts written in one go are learned from, or measured on, together."""
    return stem if re.search("batch|voice|short", stem) else stem[:2] + "-first"


def label(draft, classifier):
    if classifier == "own-part":
        return 0 if "blame" in (draft["expect"] or []) else int(bool(draft["own"])) if "own" in draft else -1
    if draft.get("about", classifier) != classifier:
        return -1
    if classifier not in LABELS:
        return int(classifier in (draft["expect"] or []))
    value = draft.get(LABELS[classifier][0])
    return -1 if value is None else int(value)


def mark(draft, classifier):
    if classifier == "own-part":
        found = draft.get("own")
    elif classifier in LABELS:
        found = draft.get(LABELS[classifier][1])
    else:
        found = (draft.get("marks") or {}).get(classifier)
    return " ".join(map(str, found)) if isinstance(found, list) else found or ""


def squashed(text):
    """The letters of a text, as the program reads them: without quotations, marks and figures."""
    text = re.sub(r"「[^」\n]*」|『[^』\n]*』|“[^”\n]*”|\"[^\"\n]*\"|\{[a-z-]+\}", "", text)
    return re.sub(r"[\W\d_]", "", unicodedata.normalize("NFKC", text).lower())


class Grams:
    """The grams that are weighed, with how rare each is."""

    def __init__(self, lists, fewest):
        counts = collections.Counter(gram for grams in lists for gram in grams)
        self.names = sorted(gram for gram in counts if counts[gram] >= fewest)
        self.numbers = {gram: number for number, gram in enumerate(self.names)}
        self.counts = np.array([counts[gram] for gram in self.names])
        self.rarity = np.log((1 + len(lists)) / (1 + self.counts)) + 1

    def matrix(self, lists, scale):
        rows, columns = [], []
        for row, grams in enumerate(lists):
            for gram in grams:
                number = self.numbers.get(gram)
                if number is not None:
                    rows.append(row)
                    columns.append(number)
        cells = (self.rarity[columns] / scale, (rows, columns))
        return csr_matrix(cells, shape=(len(lists), len(self.names)))


def fit(matrix, labels):
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=300, solver="liblinear")
    return model.fit(matrix, labels)


class Learner:
    def __init__(self, language):
        self.language = language
        self.corpus = Corpus(language)
        sentence_lists = [grams for _, grams in self.corpus.sentences]
        self.text_grams = Grams(self.corpus.texts, FEWEST[language])
        self.sentence_grams = Grams(sentence_lists, FEWEST[language])
        texts = self.text_grams.matrix(self.corpus.texts, TEXT_SCALE)
        self.texts = csr_matrix(texts.multiply(1 / stretch(self.corpus.lengths, language)[:, None]))
        self.sentences = self.sentence_grams.matrix(sentence_lists, SENTENCE_SCALE)

    def text_model(self, drafts, labels):
        """Of the drafts with these numbers."""
        return pruned(fit(self.texts[drafts], labels[drafts]), self.text_grams, self.language)

    def sentence_model(self, drafts, labels):
        known = np.where(np.isin(self.corpus.owners, drafts) & (labels >= 0))[0]
        return pruned(fit(self.sentences[known], labels[known]), self.sentence_grams, self.language)

    def best_sentences(self, model):
        """Of each draft what its best sentence comes to."""
        best = np.full(len(self.corpus.drafts), -4.0)
        np.maximum.at(best, self.corpus.owners, self.sentences @ model[0] + model[1])
        return best

    def held_out(self, labels, sentence_labels, counter_labels):
        """Of each draft what the text comes to, its best sentence, what speaks against, how many that one is the best
        of, and whether there are only one or two, by models that did not learn from its batch."""
        labelled = np.where(labels >= 0)[0]
        batches = sorted(set(self.corpus.batches))
        sums = np.zeros((len(labels), 6))
        sums[:, 3] = self.corpus.longer
        sums[:, 4:] = self.corpus.shorter
        for first in range(FOLDS):
            new = np.isin(self.corpus.batches, batches[first::FOLDS])
            known, held = labelled[~new[labelled]], labelled[new[labelled]]
            text = self.text_model(known, labels)
            sums[held, 0] = self.texts[held] @ text[0] + text[1]
            sums[held, 1] = self.best_sentences(self.sentence_model(known, sentence_labels))[held]
            if counter_labels is not None:
                counter = self.best_sentences(self.sentence_model(known, counter_labels))[held]
                sums[held, 2] = np.maximum(counter - UNHEARD, 0)
        return sums

    def shares(self, classifier):
        """How much each of these sums counts, learned from drafts of batches that they had not learned from."""
        labels = self.corpus.labels(classifier)
        labelled = np.where(labels >= 0)[0]
        sums = self.held_out(labels, *self.sentence_labels(classifier))
        shares = LogisticRegression(C=10).fit(sums[labelled], labels[labelled])
        if shares.coef_[0][3] > 0:
            # That length alone speaks for something is chance, and would speak ever louder in longer texts.
            sums[:, 3] = 0
            shares = LogisticRegression(C=10).fit(sums[labelled], labels[labelled])
        self.report(classifier, labels[labelled], shares.decision_function(sums[labelled]))
        return shares.coef_[0], shares.intercept_[0]

    def sentence_labels(self, classifier):
        """Those of the classifier, and those of the one that speaks against it."""
        names = [classifier, AGAINST.get(classifier)]
        return [name and self.corpus.sentence_labels(name, self.corpus.labels(name)) for name in names]

    def learn(self, classifier):
        """The columns of the table by classifier: the weights in a text, and in a sentence."""
        labels = self.corpus.labels(classifier)
        labelled = np.where(labels >= 0)[0]
        sentence_labels, counter_labels = self.sentence_labels(classifier)
        (text_share, sentence_share, counter_share, longer, one, two), bias = self.shares(classifier)
        text = self.text_model(labelled, labels)
        sentence = self.sentence_model(labelled, sentence_labels)
        bias += text[1] * text_share + sentence[1] * sentence_share
        text_weights = table(self.text_grams, text[0] * text_share / TEXT_SCALE)
        sentence_weights = table(self.sentence_grams, sentence[0] * sentence_share / SENTENCE_SCALE)
        facts = {"is|any": bias, "is|longer": longer, "is|one": one, "is|two": two}
        columns = {classifier: (text_weights, sentence_weights | facts)}
        if counter_labels is not None:
            counter = self.sentence_model(labelled, counter_labels)
            weights = table(self.sentence_grams, counter[0] * -counter_share / SENTENCE_SCALE)
            bias = (counter[1] - UNHEARD) * -counter_share
            columns[AGAINST[classifier]] = ({}, weights | {"is|any": bias})
        return columns

    def report(self, classifier, labels, totals):
        line = [f"{self.language} {classifier:12}"]
        for share in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            found = totals >= np.log(share / (1 - share))
            right = (found & (labels == 1)).sum()
            line.append(f"{share}: {right / max(1, found.sum()):.2f}/{right / max(1, labels.sum()):.2f}")
        print("  ".join(line), f" of {labels.sum()}", flush=True)


def stretch(lengths, language):
    return np.sqrt(np.maximum(lengths, SHORT[language]) / SHORT[language])


def pruned(model, grams, language):
    """The weights that matter most, and the bias."""
    weights = model.coef_[0].copy()
    share = np.abs(weights) * grams.rarity * np.sqrt(grams.counts)
    weights[np.argsort(-share)[MOST_GRAMS[language]:]] = 0
    return weights, model.intercept_[0]


def table(grams, weights):
    return {gram: weight * rarity for gram, weight, rarity in zip(grams.names, weights, grams.rarity) if weight}


HEAD = """\
# What speaks for and against: made by scripts/learn.py from the drafts of Evaluation/drafts/seen. Not to be edited.
# A gram - letters of Japanese, words of English; ^ and $ are a sentence's ends - and for each classifier two weights in
# hundredths of a logit: anywhere in the text, and in one sentence.
"""


def write(language, columns):
    rows = collections.defaultdict(lambda: [0] * (2 * len(columns)))
    for number, (text, sentence) in enumerate(columns.values()):
        for offset, weights in ((0, text), (1, sentence)):
            for gram, weight in weights.items():
                hundredths = round(weight * 100)
                if hundredths:
                    rows[gram][2 * number + offset] = hundredths
    path = ROOT / f"Resources/classifiers/{language}.tsv"
    path.parent.mkdir(exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD)
        file.write("\t".join(["gram", *(cell for name in columns for cell in (name, ""))]) + "\n")
        for gram in sorted(rows):
            file.write("\t".join([gram, *(str(cell or "") for cell in rows[gram])]) + "\n")
    print(f"{path.relative_to(ROOT)}: {len(rows)} grams")


def main():
    arguments = sys.argv[1:]
    for language in [name for name in ("ja", "en") if name in arguments] or ["ja", "en"]:
        learner = Learner(language)
        columns = {}
        for classifier in CLASSIFIERS:
            columns |= learner.learn(classifier)
        if "--measure" not in arguments:
            write(language, columns)


if __name__ == "__main__":
    main()
