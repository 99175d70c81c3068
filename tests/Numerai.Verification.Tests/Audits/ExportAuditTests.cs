using Numerai.Verification.Audits;

namespace Numerai.Verification.Tests.Audits;

public sealed class ExportAuditTests(WholeExport honest) : IClassFixture<WholeExport>
{
    public static TheoryData<string> Names() => [.. Forgeries.All.Select(forgery => forgery.Name)];

    [Fact]
    public void An_honest_export_is_found_in_order() => Assert.Empty(ExportAudit.Run(honest.Folder).Findings);

    [Fact]
    public void A_copy_that_was_only_written_anew_is_found_in_order()
    {
        using var copy = new ForgedExport(honest.Folder);
        copy.Rechain();
        copy.RechainCommitments();
        copy.Seal();
        copy.Save();

        Assert.Empty(ExportAudit.Run(copy.Folder).Findings);
        Assert.Equal(new ForgedExport(honest.Folder).Checkpoints[^1].Hash, copy.Checkpoints[^1].Hash);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_forgery_is_found_and_named(string name)
    {
        var forgery = Forgeries.All.Single(candidate => candidate.Name == name);
        using var forged = new ForgedExport(honest.Folder);
        forgery.Apply(forged);

        var report = ExportAudit.Run(forged.Folder);

        Assert.False(report.Clean);
        Assert.True(
            report.Findings[0].Code == forgery.Code && report.Findings[0].Where.Contains(forgery.Where, StringComparison.Ordinal),
            $"Expected {forgery.Code} at {forgery.Where}, but the audit found:\n{string.Join('\n', report.Findings.Take(5))}");
    }

    [Fact]
    public void There_are_more_forgeries_than_twenty_and_each_code_has_one()
    {
        var codes = typeof(AuditCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        codes.ExceptWith(Forgeries.All.Select(forgery => forgery.Code));

        // NMR from nowhere is met entry by entry before the sum at the end says so, too; see below.
        Assert.Equal([AuditCodes.SupplyNotConserved], codes);
        Assert.True(Forgeries.All.Count() > 20);
    }

    [Fact]
    public void NMR_that_was_neither_minted_nor_deposited_is_missed_in_the_sum()
    {
        using var forged = new ForgedExport(honest.Folder);
        Forgeries.All.Single(forgery => forgery.Name.StartsWith("a deposit called by a reason", StringComparison.Ordinal)).Apply(forged);

        Assert.Contains(ExportAudit.Run(forged.Folder).Findings, finding => finding.Code == AuditCodes.SupplyNotConserved);
    }

    [Theory]
    [InlineData("ledger.jsonl")]
    [InlineData("rounds/8/2/scores.json")]
    public void A_truncated_export_is_refused(string file)
    {
        using var copy = new ForgedExport(honest.Folder);
        using (var stream = File.OpenWrite(Path.Combine(copy.Folder, file)))
        {
            stream.SetLength(stream.Length - 10);
        }

        var refused = Assert.Throws<CheckRefusedException>(() => ExportAudit.Run(copy.Folder));
        Assert.Equal(CheckRefusedException.ExportTruncated, refused.Code);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_without_its_ledger_is_refused()
    {
        using var copy = new ForgedExport(honest.Folder);
        File.Delete(Path.Combine(copy.Folder, "ledger.jsonl"));
        copy.SaveManifest(file => file != "ledger.jsonl");

        Assert.Equal(CheckRefusedException.ExportTruncated, Assert.Throws<CheckRefusedException>(() => ExportAudit.Run(copy.Folder)).Code);
    }

    [Theory]
    [InlineData("", CheckRefusedException.ExportUnreadable)]
    [InlineData("{", CheckRefusedException.ExportUnreadable)]
    [InlineData(
        "{\"format\":\"numerai-export\",\"version\":2,\"checkpoint\":1,\"checkpointHash\":\"\",\"files\":[]}",
        CheckRefusedException.ExportVersionUnknown)]
    [InlineData(
        "{\"format\":\"numerai-export\",\"version\":1,\"checkpoint\":1,\"checkpointHash\":\"\","
        + "\"files\":[{\"name\":\"../x\",\"bytes\":0,\"sha256\":\"\"}]}",
        CheckRefusedException.ExportUnreadable)]
    public void What_is_no_export_of_this_version_is_refused(string manifest, string code)
    {
        using var copy = new ForgedExport(honest.Folder);
        File.WriteAllText(Path.Combine(copy.Folder, "export.json"), manifest);

        Assert.Equal(code, Assert.Throws<CheckRefusedException>(() => ExportAudit.Run(copy.Folder)).Code);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_refused() => Assert.Equal(
        CheckRefusedException.ExportNotFound,
        Assert.Throws<CheckRefusedException>(() => ExportAudit.Run(Path.Combine(honest.Folder, "rounds"))).Code);
}
