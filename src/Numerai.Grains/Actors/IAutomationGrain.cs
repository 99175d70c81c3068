using Numerai.Tournament.Automation;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IAutomation"/> as a grain.</summary>
[Alias("numerai.automation")]
public interface IAutomationGrain : IAutomation, IOutboxGrain;
