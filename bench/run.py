"""``make bench``: ratios in one run on one machine, printed as a table.

Never part of the tests: times differ from machine to machine, ratios hardly.
"""

from base64 import b64encode
from office import ROOT
from office import Office
from office import measure
from office import taking_turns
import filler
import json
import platform
import portal
import search
import subprocess
import sys
import time


SITE = "/vanphong"


#: Benchmarks that need an office of their own: (name, words for a small run, for a large one).
APART = (
    ("routes", (), ()),
    ("workflows", ("2000",), ("20000",)),
    ("schedules", (), ()),
    ("casefiles", (), ()),
    ("tasks", (), ()),
    ("imports", ("500",), ("10000",)),
)

#: The same, which need programs of Debian: clamd, tesseract, LibreOffice; and their time.
LARGE_ONLY = ("uploads", "casefiles_archive")


def main(large: bool = False) -> int:
    """Run all benchmarks; ``large`` fills far more, and takes what needs Debian's programs."""
    import outgoing  # which measures with the functions below

    office = Office()
    try:
        facts = look_around(office)
        rows = [
            registering(office, facts),
            directive(office, facts),
            *desktop_cost(office),
            *desktop_growth(office, facts),
            *outgoing.rows(office, facts),
            *portal.rows(office, ratio),
        ]
    finally:
        office.close()
    rows += search.rows(ratio, search.SIZES if large else search.SMALL)
    show(rows)
    met = [row["met"] for row in rows]
    met += [apart(name, *(big if large else small)) for name, small, big in APART]
    met += [apart(name) for name in LARGE_ONLY if large]
    return 0 if all(met) else 1


def apart(name: str, *words: str) -> bool:
    """Run a benchmark that needs an office of its own; whether its goals were met."""
    print(f"\n{name}", flush=True)
    script = ROOT / "bench" / f"{name}.py"
    return subprocess.run([sys.executable, script, *words], check=False).returncode == 0


def look_around(office) -> dict:
    """UIDs and addresses that the benchmarks need."""
    from vanphong.organisation import directory
    from zope.component.hooks import setSite
    import Zope2

    app = Zope2.app()
    site = app[SITE.strip("/")]
    setSite(site)
    body = next(iter(site["to-chuc"].objectValues()))
    units = [one.uid for one in directory.subunits(body)]
    facts = {
        "body": f"{SITE}/to-chuc/{body.getId()}",
        "body_uid": body.UID(),
        "units": units,
    }
    app._p_jar.close()
    return facts


def scan() -> str:
    """A scanned page of the sample body, about 30 KB, as base64."""
    scans = (ROOT / "profiles" / "sample" / "scans").glob("??.pdf")
    return b64encode(
        min(scans, key=lambda one: abs(one.stat().st_size - 30_000)).read_bytes()
    ).decode()


def registering(office, facts) -> dict:
    """Registering with a 30 KB PDF over REST against creating a stock File over REST."""
    data = scan()
    run = str(time.time_ns())[-9:]

    def ours(turn):
        office.rest(
            "POST",
            facts["body"] + "/@incoming",
            user="vanthu",
            body={
                "subject": f"V/v đo tốc độ {turn}",
                "organ_name": "Sở Thử nghiệm",
                "symbol": f"{turn + 1}/B{run}-VP",
                "issued_date": "2024-08-01",
                "files": [{"filename": "a.pdf", "data": data, "content-type": "application/pdf"}],
            },
        )

    def stock(turn):
        office.rest(
            "POST",
            SITE,
            user="admin",
            body={
                "@type": "File",
                "title": f"V/v đo tốc độ {run} {turn}",
                "file": {
                    "data": data,
                    "encoding": "base64",
                    "filename": "a.pdf",
                    "content-type": "application/pdf",
                },
            },
        )

    found = taking_turns({"ours": ours, "stock": stock}, 80)
    return ratio("Register with a 30 KB PDF over REST / create a stock File", found, "wall", 1.0)


def presented(office, facts, count: int) -> list[str]:
    """Paths of freshly presented documents."""
    run = str(time.time_ns())[-9:]
    paths = []
    for number in range(count):
        answer = office.rest(
            "POST",
            facts["body"] + "/@incoming",
            user="vanthu",
            body={
                "subject": f"V/v giao việc {number}",
                "organ_name": "Sở Thử nghiệm",
                "symbol": f"{number + 1}/D{run}-VP",
                "issued_date": "2024-08-01",
                "present_to": "chutich",
            },
        )
        paths.append(answer["@id"].partition("8080")[2] or answer["@id"])
    return [path if path.startswith(SITE) else SITE + path for path in paths]


def directive(office, facts) -> dict:
    """A directive to 30 units against one to one unit."""
    times, rounds = 40, 4
    paths = iter(presented(office, facts, (times // rounds + 3) * rounds * 2))
    lead, *others = facts["units"]

    def to(units):
        def call(turn):
            office.rest(
                "POST",
                next(paths) + "/@directives",
                user="chutich",
                body={
                    "text": "Giao chủ trì, phối hợp các đơn vị triển khai.",
                    "lead": lead,
                    "coordinators": units,
                    "working_days": 5,
                },
            )

        return call

    found = taking_turns({"ours": to(others[:29]), "stock": to([])}, times, rounds)
    return ratio("Directive to 30 units / to 1 unit", found, "wall", 2.0)


def desktop_cost(office) -> list[dict]:
    """CPU of the desktop of a staff member against a stock folder page, logged in."""
    office.rest(
        "POST",
        SITE,
        user="admin",
        body={
            "@type": "Folder",
            "id": "stock",
            "title": "Thư mục",
        },
    )
    for number in range(20):
        office.rest(
            "POST",
            f"{SITE}/stock",
            user="admin",
            body={
                "@type": "Document",
                "title": f"Trang {number}",
            },
        )
    found = taking_turns(
        {
            "ours": lambda turn: office.ask("GET", f"{SITE}/@@desktop", user="truongphong-vhtt"),
            "stock": lambda turn: office.ask("GET", f"{SITE}/stock", user="admin"),
        },
        80,
    )
    return [ratio("Desktop, CPU / stock folder page of 20, logged in", found, "cpu", 0.4)]


def desktop_growth(office, facts) -> list[dict]:
    """The desktop at 1,000, 10,000 and 100,000 filler documents."""
    actors = [f"Desk:{uid}" for uid in facts["units"]] + ["chutich", "cv1-vhtt"]
    medians, rows, before = {}, [], 0
    for size in (1_000, 10_000, 100_000):
        filler.fill(facts["body_uid"], actors, before, size)
        before = size
        medians[size] = measure(
            lambda turn: office.ask("GET", f"{SITE}/@@desktop", user="truongphong-vhtt"), 60, 10
        )
        if size > 1_000:
            found = {"ours": medians[size], "stock": medians[1_000]}
            rows.append(ratio(f"Desktop p50 at {size:,} / at 1,000 documents", found, "wall", 1.3))
    return rows


def ratio(what: str, found: dict, kind: str, goal: float) -> dict:
    """One row of the table."""
    ours, other = found["ours"][kind], found["stock"][kind]
    value = ours / other
    return {
        "what": what,
        "kind": kind,
        "ours": ours,
        "other": other,
        "ratio": value,
        "goal": goal,
        "met": value <= goal,
    }


def show(rows: list[dict]) -> None:
    """Print the table, and keep it in bench/results."""
    lines = [
        "| what | measure | ours, ms | against, ms | ratio | goal | met |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        lines.append(
            f"| {row['what']} | {row['kind']} | {row['ours']:.1f} | {row['other']:.1f} "
            f"| {row['ratio']:.2f} | ≤ {row['goal']} | {'yes' if row['met'] else 'NO'} |"
        )
    print("\n".join(lines))
    print(f"\nPython {platform.python_version()}, {platform.machine()}, medians of one run.")
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    (results / f"{time.strftime('%Y%m%d-%H%M%S')}.json").write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    sys.exit(main(large="--large" in sys.argv))
