"""Completion in PowerShell, which click does not know: its script, and the words that it hands over."""

from __future__ import annotations

import os
from typing import ClassVar

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class

# The words up to the cursor are handed over one to a line: splitting them again would eat the backslashes of paths.
# Without a proposal PowerShell itself completes names of files.
_SCRIPT = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition })
    $texts = @($words | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text.Trim([char]34, [char]39) })
    $env:COMP_WORDS = $texts -join [char]10
    $env:COMP_CWORD = $wordToComplete
    $env:%(complete_var)s = 'powershell_complete'
    try {
        & $words[0].Extent.Text | Where-Object { $_ } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
        }
    } finally {
        Remove-Item Env:COMP_WORDS, Env:COMP_CWORD, Env:%(complete_var)s -ErrorAction SilentlyContinue
    }
}
"""


class PowerShellComplete(ShellComplete):
    """As click's own classes for other shells."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one, which may be empty."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        begun = os.environ.get("COMP_CWORD", "").strip("\"'")
        if words[-1] == begun:
            words.pop()
        return words, begun

    def format_completion(self, item: CompletionItem) -> str:
        """The value alone; nothing for a file, which PowerShell finds itself."""
        return str(item.value) if item.type == "plain" else ""


def register() -> None:
    """Make click know this shell."""
    add_completion_class(PowerShellComplete)
