using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Numerai.Simulations.Scenarios;
using Numerai.Tournament.Ports;

namespace Numerai.Simulations.Running;

/// <summary>
/// A simulation at rest: the stores of its host and what was measured so far. The market, the published eras and the trained models are not
/// in it; they follow from the scenario and are made again.
/// </summary>
internal sealed class Checkpoint
{
    private const int Version = 1;
    private const string FileName = "checkpoint.json.gz";

    private static readonly JsonSerializerOptions _json = new(StoredJson.Options)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString,
    };

    private readonly CheckpointContent _content;

    private Checkpoint(CheckpointContent content) => _content = content;

    public DateTimeOffset Clock => _content.Clock;

    public int NextStep => _content.NextStep;

    /// <summary>The checkpoint in a folder, or null.</summary>
    /// <exception cref="SimulationException"><c>checkpoint_other_scenario</c> or <c>checkpoint_unreadable</c>.</exception>
    public static Checkpoint? Find(string folder, Scenario scenario)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        CheckpointContent? content;
        try
        {
            using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            content = JsonSerializer.Deserialize<CheckpointContent>(file, _json);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            throw new SimulationException(
                "checkpoint_unreadable", $"The checkpoint {path} can't be read ({fault.Message}); remove it to start again.", fault);
        }

        return content is { Version: Version } && content.Scenario == HashOf(scenario)
            ? new Checkpoint(content)
            : throw new SimulationException(
                "checkpoint_other_scenario",
                $"The checkpoint {path} belongs to another scenario, seed or version; remove it, or name another folder.");
    }

    /// <summary>Removes the checkpoint of a run that has ended.</summary>
    public static void Remove(string folder) => File.Delete(Path.Combine(folder, FileName));

    public static void Save(string folder, Scenario scenario, int nextStep, SimulationHost host, SimulationWorld world)
    {
        var content = new CheckpointContent(
            Version,
            HashOf(scenario),
            nextStep,
            host.Clock.GetUtcNow(),
            world.Shortfall,
            [
                .. world.Crowd.Accounts.Select(
                    account => new CheckpointAccount(account.Arrived, account.LeftAt, account.Deposited, account.Withdrawn))],
            world.Rounds,
            world.ModelRounds,
            new SortedDictionary<int, byte[]>(
                world.MetaModels.ToDictionary(pair => pair.Key, pair => pair.Value is null ? [] : VectorObject.Write(pair.Value))),
            host.Ledger.Export(),
            host.Rows.Export(),
            host.Objects.Export(),
            [.. host.Submissions.Export().Select(entry => new CheckpointSubmission(entry.Record, entry.Codes, entry.Sealed))]);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        using (var file = new GZipStream(File.Create(path + ".part"), CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(file, content, _json);
        }

        // Whole or not at all: a run that is killed here finds the checkpoint before.
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Puts rows, objects, submissions and ledger back, before the host starts.</summary>
    public void FillStores(SimulationHost host)
    {
        host.Rows.Import(_content.Rows);
        host.Ledger.Import(_content.Ledger);
        foreach (var (name, content) in _content.Objects)
        {
            Wait(host.Objects.PutAsync(name, content));
        }

        foreach (var submission in _content.Submissions)
        {
            Wait(host.Submissions.AcceptAsync(submission.Record, MemoryMarshal.Cast<byte, ushort>(submission.Codes).ToArray()));
        }

        var closed = _content.Submissions.Where(submission => submission.Sealed).Select(submission => submission.Record.Round!.Value);
        foreach (var round in closed.Distinct())
        {
            Wait(host.Submissions.SealAsync(round));
        }
    }

    /// <summary>Works out again what follows from the scenario, up to where the checkpoint was taken.</summary>
    public async Task RestoreAsync(SimulationWorld world, Desks desks)
    {
        for (var era = 1; era <= world.Scenario.History; era++)
        {
            world.Unpublished.Enqueue(world.Read(era));
        }

        foreach (var step in world.Timeline.Steps.Take(NextStep))
        {
            if (step.Kind == SimulationStepKind.Open)
            {
                desks.Operator.PublishHistory(step.Round);
                world.Data.Opens(step.Round);
                world.InFlight[step.Round] = new OpenEra(world.Id(step.Round), world.Read(world.EraOf(step.Round)), []);
            }
            else if (step.Kind == SimulationStepKind.Score && step.Day == world.Timeline.Settings[step.Round - 1].Scoring.Days)
            {
                var stored = _content.MetaModels[step.Round];
                desks.Results.Publish(step.Round, stored.Length == 0 ? null : VectorObject.Read(stored, stored.Length / sizeof(double)));
            }
        }

        foreach (var (round, open) in world.InFlight.ToList())
        {
            await desks.Operator.PublishLiveAsync(round, open.Era);
        }

        RestoreRecords(world);
    }

    private void RestoreRecords(SimulationWorld world)
    {
        world.Shortfall = _content.Shortfall;
        world.Rounds.AddRange(_content.Rounds);
        world.ModelRounds.AddRange(_content.ModelRounds);
        foreach (var row in _content.ModelRounds)
        {
            world.Crowd.Models[row.Model].Multipliers.Add(row.Multiplier);
            if (!double.IsNaN(row.Skill))
            {
                world.History.Add(row.Model, row.Round, row.Skill);
            }
        }

        foreach (var (account, stored) in world.Crowd.Accounts.Zip(_content.Accounts))
        {
            (account.Arrived, account.LeftAt) = (stored.Arrived, stored.LeftAt);
            (account.Deposited, account.Withdrawn) = (stored.Deposited, stored.Withdrawn);
        }
    }

    private static string HashOf(Scenario scenario) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(scenario, ScenarioJson.Options))));

    /// <summary>Stores in memory answer at once.</summary>
    private static void Wait(Task done) => done.GetAwaiter().GetResult();
}
