using System.Globalization;
using System.Text.Json.Nodes;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;

namespace Numerai.Cli.Tests.Commands;

/// <summary>
/// What verify, audit, claim, checkpoint and export say of what they can't work with: an exit code, a stable code, one sentence; nothing is
/// left half-written.
/// </summary>
public sealed class ProofBadInputTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const int Rows = 50;
    private static readonly string[] _ids = [
        .. Enumerable.Range(0, Rows).Select(row => $"n{row.ToString("x8", CultureInfo.InvariantCulture)}")];

    [Fact]
    public async Task What_can_not_be_checked_is_refused_with_a_code_and_a_sentence()
    {
        var alice = File("alice.json");
        await RefusedAsync("checkpoint_not_found", "export", File("none"));
        Assert.False(Directory.Exists(File("none")));
        await PlayAsync(alice);
        await CliRun.OutputAsync(alice, "export", File("books"), "--inputs");

        await VerifyAsync();
        await AuditAsync();
        await ClaimAsync();
        await CheckpointAsync();
        await RefusedAsync("file_error", "export", File("alpha.csv"));
        await CliRun.RefusedAsync(3, "server_unreachable", alice, "export", File("away"), "--url", "http://127.0.0.1:9");
        Assert.False(Directory.Exists(File("away")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(served.Folder, "*.partial"));

        async Task VerifyAsync()
        {
            Assert.Contains(
                "verified", await CliRun.OutputAsync(alice, "verify", "1", "alpha", File("alpha.csv")), StringComparison.Ordinal);
            await OffAsync("submission_other", "verify", "1", "alpha", File("beta.csv"));
            await RefusedAsync("file_not_found", "verify", "1", "alpha", File("nothing.csv"));
            await RefusedAsync("round_not_found", "verify", "99", "alpha", File("alpha.csv"));
            await RefusedAsync("round_not_settled", "verify", "2", "alpha", File("alpha.csv"));
            await RefusedAsync("model_not_found", "verify", "1", "nobody", File("alpha.csv"));
            await RefusedAsync("submission_missing", "verify", "1", "gamma", File("alpha.csv"));
            await RefusedAsync("export_not_found", "verify", "1", "alpha", File("alpha.csv"), "--export", File("none"));
            await RefusedAsync("round_not_found", "verify", "99", "alpha", File("alpha.csv"), "--export", File("books"));
        }

        async Task AuditAsync()
        {
            await RefusedAsync("export_not_found", "audit", File("none"));
            await OffAsync("checkpoint_link_broken", "audit", File("books"), "--checkpoint", new string('a', 64));
            Copy("cut");
            await using (var stream = System.IO.File.OpenWrite(File("cut/ledger.jsonl")))
            {
                stream.SetLength(stream.Length - 7);
            }

            await RefusedAsync("export_truncated", "audit", File("cut"));
            await System.IO.File.WriteAllTextAsync(File("cut/export.json"), "{\"format\": ");
            await RefusedAsync("export_unreadable", "audit", File("cut"));
            Copy("altered");
            await System.IO.File.WriteAllTextAsync(
                File("altered/ledger.jsonl"),
                (await System.IO.File.ReadAllTextAsync(File("altered/ledger.jsonl")))
                    .Replace("40500000000000000000", "40500000000000000001", StringComparison.Ordinal));
            await OffAsync("entry_hash_wrong", "audit", File("altered"));
        }

        async Task ClaimAsync()
        {
            await RefusedAsync("round_not_found", "claim", "get", "99", "alpha", "--out", File("claim.json"));
            await RefusedAsync("round_wrong_phase", "claim", "get", "2", "alpha", "--out", File("claim.json"));
            await RefusedAsync("model_not_found", "claim", "get", "1", "gamma", "--out", File("claim.json"));
            Assert.False(System.IO.File.Exists(File("claim.json")));
            await CliRun.OutputAsync(alice, "claim", "get", "1", "alpha", "--out", File("claim.json"));
            await DamagedAsync(
                "claim.json",
                "claim_wrong",
                text => text.Replace("\"leaf\":\"8/1", "\"leaf\":\"8/2", StringComparison.Ordinal),
                "claim",
                "check");
        }

        async Task CheckpointAsync()
        {
            await RefusedAsync("chain_not_found", "checkpoint", "prove", "--chain", Guid.Empty.ToString(), "--out", File("proof.json"));
            await RefusedAsync("checkpoint_not_found", "checkpoint", "prove", "--checkpoint", "99", "--out", File("proof.json"));
            Assert.False(System.IO.File.Exists(File("proof.json")));
            await CliRun.OutputAsync(alice, "checkpoint", "prove", "--out", File("proof.json"));
            Assert.Contains("proven", await CliRun.OutputAsync(null, "checkpoint", "check", File("proof.json")), StringComparison.Ordinal);
            await OffAsync("chain_proof_wrong", "checkpoint", "check", File("proof.json"), "--checkpoint", new string('a', 64));
            await DamagedAsync(
                "proof.json",
                "chain_proof_wrong",
                text => text.Replace("\"sequence\":", "\"sequence\":1", StringComparison.Ordinal),
                "checkpoint",
                "check");
        }

        Task RefusedAsync(string code, params string[] arguments) =>
            CliRun.RefusedAsync(1, code, alice, [.. arguments, .. Server(arguments)]);
    }

    /// <summary>A proof that is not there, one that is cut off, one that is no JSON, one that was altered.</summary>
    private async Task DamagedAsync(string name, string code, Func<string, string> alter, params string[] check)
    {
        var text = await System.IO.File.ReadAllTextAsync(File(name));
        await CliRun.RefusedAsync(1, "file_not_found", null, [.. check, File("no-" + name)]);
        foreach (var damaged in new[] { text[..(text.Length / 2)], "no proof at all" })
        {
            await System.IO.File.WriteAllTextAsync(File(name), damaged);
            await CliRun.RefusedAsync(1, "document_unreadable", null, [.. check, File(name)]);
        }

        await System.IO.File.WriteAllTextAsync(File(name), alter(text));
        await OffAsync(code, [.. check, File(name)]);
    }

    private async Task OffAsync(string code, params string[] arguments)
    {
        var result = await CliRun.RunAsync(File("alice.json"), [.. arguments, .. Server(arguments)]);
        Assert.Equal(4, result.ExitCode);
        Assert.Matches($"^{code}: .{{20,}}\\.\n$", result.StandardError);
    }

    private string[] Server(string[] arguments) =>
        arguments[0] == "audit" || arguments.Contains("check") || arguments.Contains("--url") ? [] : ["--url", served.Url];

    /// <summary>Round 1 of two submissions is settled, round 2 is open.</summary>
    private async Task PlayAsync(string alice)
    {
        var release = Directory.CreateDirectory(File("v5.2")).FullName;
        foreach (var round in new[] { 1, 2 })
        {
            ParquetFile.Write(Path.Combine(release, $"live_{round}.parquet"), new Table(
            [
                new TableColumn<string>("id", _ids),
                new TableColumn<sbyte>("feature_one", [.. _ids.Select((_, row) => (sbyte)(row % 5))]),
            ]));
        }

        await OperateAsync("release", "publish", release);
        await OperateAsync("treasury", "mint", "1000");
        var settings = JsonNode.Parse(await OperateAsync("settings", "show"))!;
        settings["version"] = settings["version"]!.GetValue<int>() + 1;
        settings["scoring"]!["days"] = 1;
        await System.IO.File.WriteAllTextAsync(File("settings.json"), settings.ToJsonString());
        await OperateAsync("settings", "change", File("settings.json"));
        await OperateAsync("round", "open", "--live", "v5.2/live_1.parquet", "--number", "1");
        await CliRun.OutputAsync(alice, "account", "create", "alice", "--url", served.Url);
        foreach (var model in new[] { "alpha", "beta", "gamma" })
        {
            await CliRun.OutputAsync(alice, "model", "create", model);
        }

        await OperateAsync("deposit", "alice", "100");
        await CliRun.OutputAsync(alice, "stake", "increase", "alpha", "40.5");
        await CliRun.OutputAsync(alice, "submit", Write("alpha.csv", "id,prediction", row => (row + 1) / (Rows + 1.0)), "--model", "alpha");
        await CliRun.OutputAsync(
            alice, "submit", Write("beta.csv", "id,prediction", row => ((row * 7 % Rows) + 1) / (Rows + 1.0)), "--model", "beta");
        await OperateAsync("round", "close", "1", "--early");
        await OperateAsync(
            "round", "score", "1", "--day", "1", "--target", Write("target.csv", "id,target", row => row * 5 / Rows * 0.25), "--early");
        await OperateAsync("round", "resolve", "1");
        await OperateAsync("round", "open", "--live", "v5.2/live_2.parquet", "--number", "2");
        await OperateAsync("checkpoint", "make");
    }

    private Task<string> OperateAsync(params string[] arguments) =>
        CliRun.OutputAsync(served.Operator, [.. arguments, "--url", served.Url]);

    private string File(string name) => Path.Combine(served.Folder, name);

    private void Copy(string name)
    {
        foreach (var file in Directory.EnumerateFiles(File("books"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(File(name), Path.GetRelativePath(File("books"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
    }

    private string Write(string name, string header, Func<int, double> value)
    {
        var lines = _ids.Select((id, row) => $"{id},{value(row).ToString("R", CultureInfo.InvariantCulture)}\n");
        System.IO.File.WriteAllText(File(name), header + "\n" + string.Concat(lines));
        return File(name);
    }
}
