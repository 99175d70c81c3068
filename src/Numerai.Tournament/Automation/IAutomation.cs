using System.Collections.Immutable;
using Numerai.Tournament.Actors;

namespace Numerai.Tournament.Automation;

/// <summary>Runs a tournament's rounds from a data feed, without a person. Key: tournament id.</summary>
public interface IAutomation
{
    [Interleaves]
    Task<Outcome<AutomationView>> GetAsync();

    Task<Outcome<AutomationView>> ConfigureAsync(ConfigureAutomation command);

    /// <summary>Does everything that is due, in the order in which it is due. Returns what it did.</summary>
    Task<Outcome<ImmutableArray<string>>> TickAsync();
}
