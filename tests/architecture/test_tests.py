"""A test that cannot fail is worse than none: no skips, no fixed waits, nothing without a claim."""

import ast

from tests.architecture.source import Source, called, dotted, forbid, offenders

WAITS = {"time.sleep", "sleep", "asyncio.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep"}
SKIPS = {"skip", "skipif", "importorskip", "skipTest", "skipIf", "skipUnless", "xfail"}


def test_no_test_waits_for_a_fixed_time() -> None:
    def waits(source: Source, node: ast.AST) -> bool:
        return called(node) in WAITS or called(node).endswith(("qtbot.wait", "time.sleep"))

    forbid("fixed waits", offenders(waits, [ast.Call], "tests"))


def test_no_test_is_skipped() -> None:
    def skips(source: Source, node: ast.AST) -> bool:
        if not isinstance(node, ast.Attribute):
            return False
        return node.attr in SKIPS and dotted(node).split(".")[0] in ("pytest", "unittest", "self")

    forbid("skipped tests", offenders(skips, [ast.Attribute], "tests"))


def test_every_test_claims_something() -> None:
    """An assert, or a call that fails by itself: pytest.raises, qtbot.wait..., a check or walk."""

    def claims(node: ast.AST) -> bool:
        name = called(node).split(".")[-1]
        return isinstance(node, ast.Assert) or name.startswith(
            ("raises", "fail", "wait", "assert", "check", "must", "expect", "forbid")
        )

    def idle(source: Source, node: ast.AST) -> bool:
        return (
            isinstance(node, ast.FunctionDef)
            and node.name.startswith("test_")
            and not any(claims(part) for part in ast.walk(node))
        )

    forbid("tests that claim nothing", offenders(idle, [ast.FunctionDef], "tests"))
