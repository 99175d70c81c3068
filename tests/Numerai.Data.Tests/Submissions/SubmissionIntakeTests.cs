using System.IO.Compression;
using System.Text;
using FsCheck.Xunit;
using Numerai.Data.Submissions;
using Numerai.Scoring.Ranking;

namespace Numerai.Data.Tests.Submissions;

public sealed class SubmissionIntakeTests
{
    private static readonly SubmissionUniverse Universe = SubmissionUniverse.Of("id", ["b", "a", "ñ,x", "d\"q"]);
    private const string Good = "id,prediction\na,0.1\nb,0.9\n\"ñ,x\",0.5\n\"d\"\"q\",0.25\n";

    [Fact]
    public void A_file_may_be_quoted_end_lines_as_it_likes_and_be_gzipped()
    {
        string plain = Good.Replace("\n", "\r\n\r\n");
        ushort[] expected = [1, 7, 3, 5];
        Assert.Equal(expected, Codes(Encoding.UTF8.GetBytes(Good)));
        Assert.Equal(expected, Codes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(plain)]));
        Assert.Equal(expected, Codes(Gzip(Encoding.UTF8.GetBytes(Good.TrimEnd()))));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n", "header")]
    [InlineData("PK\u0003\u0004zip", "zip")]
    [InlineData("id,prediction\na,0.1\0\n", "zero bytes")]
    [InlineData("id,prediction\na,0.1,7\n", "Row 1 has 3 fields")]
    [InlineData("PAR1 and nothing else", "submission")]
    public void A_file_that_cannot_be_read_is_refused_with_the_reason(string text, string reason)
    {
        SubmissionRefusal refusal = Refusal(Encoding.UTF8.GetBytes(text));
        Assert.Equal(SubmissionErrorCodes.File, refusal.Code);
        Assert.Contains(reason, refusal.Message);
    }

    [Fact]
    public void A_gzip_bomb_is_refused_without_unpacking_it()
    {
        byte[] bomb = Gzip(new byte[SubmissionFormat.OfIds.MaximumBytes + 1]);
        Assert.True(bomb.Length < 100_000);
        SubmissionRefusal refusal = Refusal(bomb);
        Assert.Equal(SubmissionErrorCodes.File, refusal.Code);
        Assert.Contains("unpacks to more than", refusal.Message);
    }

    [Fact]
    public void A_gzip_file_cut_short_anywhere_is_refused_not_read_in_part()
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(Good));
        for (int length = 3; length < whole.Length; length++)
        {
            Assert.Equal(SubmissionErrorCodes.File, Refusal(whole[..length]).Code);
        }
    }

    [Fact]
    public void A_parquet_file_damaged_anywhere_is_refused_or_read_never_a_crash()
    {
        byte[] whole = GoldenTables.Parquet(new(
        [
            new Tables.TableColumn<string>("id", ["a", "b", "ñ,x", "d\"q"]),
            new Tables.TableColumn<double>("prediction", [0.1, 0.9, 0.5, 0.25]),
        ]));
        Assert.Equal([1, 7, 3, 5], Codes(whole));
        for (int at = 4; at < whole.Length; at += 3)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x5a;
            (ValidSubmission? valid, SubmissionRefusal? refusal) = SubmissionIntake.Read(damaged, SubmissionFormat.OfIds, Universe);
            Assert.True(valid is null != refusal is null);
            Assert.Equal(SubmissionErrorCodes.File, Refusal(whole[..at]).Code);
        }
    }

    [Theory]
    [InlineData("id,prediction\na,0.1\nb,oops\nc,x\n", "invalid_submission_ids", "2 of this round's 4")]
    [InlineData("id,prediction\na,0.1\n,0.2\n", "invalid_submission_ids", "no id in row 2")]
    [InlineData("id,prediction\na,0.1\nb,0.2\na,0.3\n", "invalid_submission_ids", "'a' again in row 3")]
    [InlineData(
        "id,prediction\nb,oops\na,0.1\n\"ñ,x\",0.5\n\"d\"\"q\",0.25\n",
        "invalid_submission_values",
        "'oops', which is no number, in row 1")]
    [InlineData("id,prediction\nb,\na,0.1\n\"ñ,x\",0.5\n\"d\"\"q\",0.25\n", "invalid_submission_values", "no number in row 1")]
    [InlineData("id,prediction\nb,0.2\na,1.5\n\"ñ,x\",0.5\n\"d\"\"q\",0.25\n", "invalid_submission_values", "has 1.5 in row 2")]
    [InlineData("id,prediction\nb,0.2\na,-inf\n\"ñ,x\",0.5\n\"d\"\"q\",0.25\n", "invalid_submission_values", "in row 2")]
    [InlineData("id,prediction\nb,0.2\na,0.2\n\"ñ,x\",0.2\n\"d\"\"q\",0.2\n", "invalid_submission_values", "must differ")]
    [InlineData("prediction,id\n0.2,b\n", "invalid_submission_headers", "'prediction', 'id'")]
    public void A_refusal_names_the_column_the_row_and_what_was_expected(string text, string code, string part)
    {
        SubmissionRefusal refusal = Refusal(Encoding.UTF8.GetBytes(text));
        Assert.Equal(code, refusal.Code);
        Assert.Contains(part, refusal.Message);
    }

    [Property(MaxTest = 500)]
    public void Any_number_written_as_text_reads_back_to_the_same_number(double number)
    {
        foreach (string text in new[] { number.ToString("R"), number.ToString("F9"), Math.Abs(number).ToString("F17") })
        {
            Assert.True(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), out double read));
            Assert.Equal(double.Parse(text), read);
        }
    }

    [Property(MaxTest = 300)]
    public void Any_bytes_are_refused_or_read_never_a_crash(byte[] bytes, bool asRows)
    {
        byte[] file = asRows ? [.. "id,prediction\n"u8, .. bytes] : bytes;
        (ValidSubmission? valid, SubmissionRefusal? refusal) = SubmissionIntake.Read(file, SubmissionFormat.OfIds, Universe);
        Assert.True(valid is null != refusal is null);
    }

    [Fact]
    public void Every_id_is_found_among_thousands_and_no_other()
    {
        string[] ids = [.. Enumerable.Range(0, 7_000).Select(index => $"n{index * 7919:x8}")];
        KeyMap keys = SubmissionUniverse.Of("id", ids).KeyMap("id")!;
        Assert.All(Enumerable.Range(0, ids.Length), entry => Assert.Equal(entry, keys.Find(Encoding.UTF8.GetBytes(ids[entry]))));
        Assert.All(ids, id => Assert.Equal(-1, keys.Find(Encoding.UTF8.GetBytes(id + "0"))));
    }

    [Fact]
    public void A_universe_that_repeats_an_id_is_refused()
    {
        DataFormatException fault = Assert.Throws<DataFormatException>(() => SubmissionUniverse.Of("id", ["a", "b", "a"]));
        Assert.Equal(DataErrorCodes.UniverseDuplicate, fault.Code);
    }

    [Fact]
    public void Rows_a_participant_left_out_count_as_the_middle_rank()
    {
        SubmissionUniverse universe = SubmissionUniverse.Of("symbol", ["A", "B", "C", "D", "E"]);
        SubmissionFormat format = new() { KeyColumns = ["symbol"], ValueColumns = ["signal"], MinimumRows = 2 };
        (ValidSubmission? valid, _) = SubmissionIntake.Read("symbol,signal\nE,0.9\nB,0.1\nZ,0.5\n"u8.ToArray(), format, universe);
        Assert.Equal(1, valid!.DroppedRows);
        Assert.Equal([5, 1, 5, 5, 9], valid.ToRankCodes(new RankWorkspace()).Select(code => (int)code));
    }

    private static ushort[] Codes(byte[] file)
    {
        (ValidSubmission? valid, SubmissionRefusal? refusal) = SubmissionIntake.Read(file, SubmissionFormat.OfIds, Universe);
        Assert.Null(refusal);
        Assert.Equal(["a", "b", "d\"q", "ñ,x"], Universe.Ids);
        return valid!.ToRankCodes(new RankWorkspace());
    }

    private static SubmissionRefusal Refusal(byte[] file)
    {
        (_, SubmissionRefusal? refusal) = SubmissionIntake.Read(file, SubmissionFormat.OfIds, Universe);
        Assert.NotNull(refusal);
        return refusal;
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }
}
