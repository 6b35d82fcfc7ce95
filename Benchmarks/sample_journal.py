"""Journals for the benchmarks: the same texts every time."""

import datetime
import random

SENTENCES = [
    "朝の会議で、資料の数字がひとつ古いままだと気づきました。", "声に出す前に、二度ほど飲みこみました。",
    "昼休みに隣の席の人へ話したら、笑って直し方を教えてくれました。", "急いでいる日ほど、手順を紙に書くことにしています。",
    "うまくいかなかった理由は、確かめる順番にありました。", "帰りの電車で、次に試すことをひとつだけ決めました。",
    "It rained all afternoon, and nobody minded.", "小さな約束を守れた日は、少し遠くまで歩けます。",
]


def text(characters, seed):
    """Paragraphs of about this many characters in all."""
    chosen, paragraphs, total = random.Random(seed), [], 0
    while total < characters:
        paragraph = "".join(chosen.choices(SENTENCES, k=4))
        paragraphs.append(paragraph)
        total += len(paragraph)
    return "\n\n".join(paragraphs) + "\n"


def entry(title, date, characters, seed):
    return f"---\ntitle: {title}\ndate: {date}T21:04:00+09:00\nlang: ja\nkind: failure\n---\n{text(characters, seed)}"


def make(folder, count):
    """Writes `count` entries, one a day up to 2026-11-20. Gives the newest one's title."""
    last = datetime.date(2026, 11, 20)
    for index in range(count):
        date = last - datetime.timedelta(days=index)
        file = folder / f"{date.year}" / f"{date}-記録{index}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(entry(f"記録{index}", date, 400, index), encoding="utf-8")
    return "記録0"
